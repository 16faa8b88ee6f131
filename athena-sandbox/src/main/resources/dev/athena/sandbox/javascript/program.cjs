// The source of a program: parsed, and rewritten so that its last expression is its result.
"use strict";

const { textOf, walk } = require("./syntax.cjs");

/** The comma keeps a function that is the result from getting the name "default". */
const PREFIX = "export default (0, ";

/** What may stand behind the last expression. */
const NOT_AT_THE_END = new Set([
  "EmptyStatement",
  "FunctionDeclaration",
  "ImportDeclaration",
  "ExportAllDeclaration",
  "ExportNamedDeclaration",
]);

const HINTS = [
  [/'return' outside of function/, "a program is a module: let its last line be the result"],
  [/keyword 'await'/, "await only stands at the top level or in an async function"],
];

/** Parses `source` with acorn's `parse`; returns `{ast}` or `{syntaxError}`. */
function parsed(parse, source) {
  try {
    const options = { ecmaVersion: "latest", sourceType: "module", allowHashBang: true };
    return { ast: parse(source, { ...options, locations: true }) };
  } catch (e) {
    return { syntaxError: syntaxError(e) };
  }
}

function syntaxError({ message, loc }) {
  if (loc === undefined) {
    return { line: 1, column: 1, message: "it is nested too deeply, or too large" };
  }
  const said = message.replace(/ \(\d+:\d+\)$/, "");
  const hint = HINTS.find(([pattern]) => pattern.test(said))?.[1];
  return { line: loc.line, column: loc.column + 1, message: hint ? `${said}; ${hint}` : said };
}

/** A program as it is evaluated, which knows where in it stood what its author wrote. */
class Program {
  #ast;
  #moved;

  constructor(source, ast) {
    this.#ast = ast;
    const last = resultStatement(ast);
    if (last === undefined) {
      this.text = source;
      return;
    }
    const end = source[last.end - 1] === ";" ? last.end - 1 : last.end;
    const before = source.slice(0, last.start);
    this.text = `${before}${PREFIX}${source.slice(last.start, end)})${source.slice(end)}`;
    const { line, column } = last.loc.end;
    this.#moved = { start: last.loc.start, end: { line, column: column - (last.end - end) } };
  }

  /** Returns where in the source stood what is at `line` and `column`, counted from 1. */
  asWritten({ line, column }) {
    if (this.#moved === undefined) {
      return { line, column };
    }
    const { start, end } = this.#moved;
    let written = column;
    if (line === start.line && written > start.column + PREFIX.length) {
      written -= PREFIX.length;
    }
    if (line === end.line && written > end.column + 1) {
      written -= 1; // the closing parenthesis
    }
    return { line, column: written };
  }

  /** Returns the frame of the import of `specifier`, or undefined. */
  placeOfImport(specifier) {
    let found;
    walk(this.#ast, (node) => {
      if (found === undefined && specifier !== undefined && node.source) {
        if (textOf(node.source) === specifier) {
          const { line, column } = node.loc.start;
          found = { file: "program.js", line, column: column + 1 };
        }
      }
    });
    return found;
  }
}

/** Returns the statement whose value is the result, unless the program exports one by itself. */
function resultStatement(ast) {
  if (ast.body.some(exportsDefault)) {
    return undefined;
  }
  const last = ast.body.findLast((statement) => !NOT_AT_THE_END.has(statement.type));
  return last?.type === "ExpressionStatement" ? last : undefined;
}

function exportsDefault({ type, specifiers = [] }) {
  return (
    type === "ExportDefaultDeclaration" ||
    specifiers.some(({ exported }) => (exported?.name ?? exported?.value) === "default")
  );
}

module.exports = { parsed, Program };
