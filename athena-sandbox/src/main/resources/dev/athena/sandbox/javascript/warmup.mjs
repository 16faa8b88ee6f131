// Does before a program comes what the first one would wait for: Node compiles functions when they
// are first called.
import { check } from "./checks.mjs";
import { Errors } from "./errors.mjs";
import { frameOf } from "./frames.mjs";
import { parsed, Program } from "./program.mjs";
import { resultOf } from "./values.mjs";

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
const RUN = 'import fs from "node:fs"; await fs.promises; [1, 2].map((x) => ({ x }));';

const TIMES = 3;

/** Goes the way of a program with `parse` of acorn, the `modules` and the `workspace` of the real one. */
export async function warmUp(parse, modules, workspace) {
  for (let i = 0; i < TIMES; i++) {
    const { ast } = parsed(parse, USUAL);
    check(ast);
    modules.program(new Program(USUAL, ast).text);
  }
  const program = new Program(RUN, parsed(parse, RUN).ast);
  const module = modules.program(program.text);
  await modules.link(module);
  await module.evaluate();
  const { json } = resultOf([{ a: 1, b: ["x", null] }, new Map([["a", new Date(0)]])]);
  frameOf("done", { result: JSON.parse(json), use: [process.cpuUsage(), process.resourceUsage()] });
  workspace.report(workspace.survey({ files_max: 1, files_bytes_max: 1 }), () => {});
  new Errors("/", program).describe(new TypeError("a"));
  console.log("goes nowhere yet", { a: [1] });
  console.error("nor does this");
}
