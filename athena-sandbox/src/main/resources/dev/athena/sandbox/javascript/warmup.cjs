// Does before a program comes what that would wait for: Node compiles functions when they are first
// called.
"use strict";

const { check } = require("./checks.cjs");
const { Errors } = require("./errors.cjs");
const { Execution } = require("./execution.cjs");
const { frameOf } = require("./frames.cjs");
const { parsed, Program } = require("./program.cjs");
const { resultOf } = require("./values.cjs");

/** A program with what is usual in programs; it is parsed and looked at, and never run. */
const USUAL = `
import fs, { readFileSync } from "node:fs";
import * as path from "path";
const { a, b: [c, ...d] = [] } = JSON.parse('{"a": [1, 2.5, null]}');
let found = new Map(), total = 0n;
class Item extends Object {
  #x = 1;
  static of(x) { return new this(x); }
  get x() { return this.#x; }
}
export async function main({ limit = 10, ...rest } = {}) {
  for (const [name, value] of Object.entries(rest)) {
    if (!name?.startsWith("x") && value >= limit || /^a+[b-z]$/u.test(name)) { continue; }
    switch (value) { case 1: break; default: console.log(\`\${name}: \${value ?? "none"}\`); }
  }
  for (let i = 0; i < 3; i++) { found.set(i, { i, name: "n" + i, f(x) { return x ** 2; } }); }
  while (found.size > 0) { try { await readFileSync(path.join("a", "b")); } catch (e) { throw e; } }
  return [...found.values()].map((x) => x.i).filter(function (x) { return x % 2 === 0 ? x : -x; });
}
await Promise.all([main(), (await import("node:os")).cpus()]);
({ a, c, d, total: Number(total) });
`;

/** A program that is run. */
const RUN = {
  source: 'import fs from "node:fs"; await fs.promises; [1, 2].map((x) => ({ x }));',
  session: false,
  result_bytes_max: 1_000,
  files_max: 1,
  files_bytes_max: 1,
};

const TIMES = 3;

/** How long a program may take to come before anything is done, in milliseconds. */
const PAUSE_MS = 5;

/** Goes the way of a program with the real `parts`, until `isHere()` says that one is here. */
async function warmUp(parts, isHere) {
  const { parse, modules, api } = parts;
  if (await comes(isHere)) {
    return;
  }
  await api.load();
  for (let i = 0; i < TIMES && !(await comes(isHere)); i++) {
    const { ast } = parsed(parse, USUAL);
    check(ast);
    modules.program(new Program(USUAL, ast).text);
  }
  if (await comes(isHere)) {
    return;
  }
  await rehearse(parts);
  if (await comes(isHere)) {
    return;
  }
  const { json } = resultOf([{ a: 1, b: ["x", null] }, new Map([["a", new Date(0)]])]);
  frameOf("done", { result: JSON.parse(json) });
  const program = new Program(RUN.source, parsed(parse, RUN.source).ast);
  new Errors("/", program).describe(new TypeError("a"));
  console.log("goes nowhere yet", { a: [1] });
  console.error("nor does this");
}

/** Runs a program that nobody hears of. */
async function rehearse(parts) {
  const nobody = { send() {}, keepAlive() {}, endErrors() {} };
  const silent = { begin() {}, flush: () => parts.output.flush() };
  const rehearsal = new Execution({ ...parts, channel: nobody, output: silent, leave() {} });
  rehearsal.prepare(RUN);
  await rehearsal.rehearse();
}

/** Lets a program come. */
async function comes(isHere) {
  await new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });
  return isHere();
}

module.exports = { warmUp };
