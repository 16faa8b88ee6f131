// What is noticed of a program before it runs. It informs whoever reads it and keeps nothing from
// happening: that is the sandbox's work.
"use strict";

const { Names } = require("./names.cjs");
const { dynamicCode, nativeCode, networkCall } = require("./check-calls.cjs");
const { importFinding } = require("./check-imports.cjs");
const { endlessLoop, noteEnds } = require("./check-loops.cjs");
const { secretFile } = require("./check-secrets.cjs");
const { walk } = require("./syntax.cjs");

const FINDINGS_MAX = 100;

const CHECKS = [importFinding, networkCall, nativeCode, dynamicCode, endlessLoop, secretFile];

/** Returns the findings in a program, `ast`, in the order of their places. */
function check(ast) {
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

module.exports = { check };
