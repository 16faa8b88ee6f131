// What is noticed of a program before it runs. It informs whoever reads it and keeps nothing from
// happening: that is the sandbox's work.
import { Names } from "./names.mjs";
import { dynamicCode, nativeCode, networkCall } from "./check-calls.mjs";
import { importFinding } from "./check-imports.mjs";
import { endlessLoop, noteEnds } from "./check-loops.mjs";
import { secretFile } from "./check-secrets.mjs";
import { walk } from "./syntax.mjs";

const FINDINGS_MAX = 100;

const CHECKS = [importFinding, networkCall, nativeCode, dynamicCode, endlessLoop, secretFile];

/** Returns the findings in a program, `ast`, in the order of their places. */
export function check(ast) {
  const names = new Names();
  const nodes = [];
  walk(ast, (node) => {
    nodes.push(node);
    names.collect(node);
    noteEnds(node);
  });
  const findings = [];
  for (const node of nodes) {
    for (const found of CHECKS) {
      const finding = found(node, names);
      if (finding) {
        findings.push({ ...finding, ...placeOf(node) });
      }
    }
  }
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return findings.slice(0, FINDINGS_MAX).map(inOrder);
}

function placeOf({ loc }) {
  return { line: loc.start.line, column: loc.start.column + 1 };
}

function inOrder({ rule, line, column, message, hint }) {
  return { rule, line, column, message, hint };
}
