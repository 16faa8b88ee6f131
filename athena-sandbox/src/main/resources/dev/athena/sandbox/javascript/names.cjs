// What the names of a program stand for: `fs.readFile` for whatever it was imported as.
"use strict";

const { namesOf, textOf } = require("./syntax.cjs");

const GLOBAL_OBJECTS = new Set(["globalThis", "global", "window", "self"]);

/** The longest chain of members that is followed. */
const CHAIN_LENGTH_MAX = 16;

/**
 * The names of one program. They are not told apart by scope: a name that is imported anywhere
 * stands for what was imported, and one that is declared anywhere is no global.
 */
class Names {
  #imported = new Map();
  #declared = new Set();

  /** Takes in the declarations at `node`; call it for all nodes before asking. */
  collect(node) {
    switch (node.type) {
      case "ImportDeclaration":
        this.#ofImport(node);
        break;
      case "VariableDeclarator":
        this.#ofVariable(node);
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#declare([node.id, ...node.params]);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#declare([node.id]);
        break;
      case "CatchClause":
        this.#declare([node.param]);
        break;
      default: // declares nothing
    }
  }

  /**
   * Returns what `node` stands for, such as `child_process.exec` of a module or `global.eval`;
   * undefined if that cannot be told.
   */
  of(node) {
    const members = [];
    for (let length = 0; length < CHAIN_LENGTH_MAX && node; length++) {
      if (node.type === "MemberExpression") {
        members.unshift(memberName(node));
        node = node.object;
      } else if (node.type === "ChainExpression") {
        node = node.expression;
      } else if (node.type === "SequenceExpression") {
        node = node.expressions.at(-1);
      } else {
        break;
      }
    }
    const base = node && this.#base(node);
    if (base === undefined || members.includes(undefined)) {
      return undefined;
    }
    const path = [base, ...members].filter((name, i) => !(i > 0 && name === "default"));
    if (base.startsWith("global.")) {
      path.splice(0, 1, ...base.split("."));
    }
    while (path[0] === "global" && GLOBAL_OBJECTS.has(path[1])) {
      path.splice(1, 1);
    }
    return path.join(".");
  }

  #base(node) {
    if (node.type === "Identifier") {
      const { name } = node;
      return this.#imported.get(name) ?? (this.#declared.has(name) ? undefined : `global.${name}`);
    }
    return importedModule(node);
  }

  #ofImport({ source, specifiers }) {
    const module = moduleName(source);
    for (const { type, local, imported } of specifiers) {
      const member = type === "ImportSpecifier" ? (imported.name ?? imported.value) : "default";
      this.#imported.set(local.name, member === "default" ? module : `${module}.${member}`);
    }
  }

  #ofVariable({ id, init }) {
    const origin = init && (importedModule(init) ?? this.#importedMember(init));
    if (origin === undefined || origin === null) {
      this.#declare([id]);
    } else if (id.type === "Identifier") {
      this.#imported.set(id.name, origin);
    } else if (id.type === "ObjectPattern") {
      for (const { key, value } of id.properties) {
        if (key?.type === "Identifier" && value?.type === "Identifier") {
          this.#imported.set(value.name, `${origin}.${key.name}`);
        }
      }
    }
  }

  /** What `require("x").y` or a member of something imported stands for. */
  #importedMember(init) {
    if (init.type !== "MemberExpression") {
      return undefined;
    }
    const origin = this.of(init);
    return origin?.startsWith("global.") ? undefined : origin;
  }

  #declare(patterns) {
    patterns.flatMap(namesOf).forEach((name) => this.#declared.add(name));
  }
}

/** Returns the module that `node` imports as a value: `require("x")` or `await import("x")`. */
function importedModule(node) {
  const inner = node.type === "AwaitExpression" ? node.argument : node;
  const source = inner.type === "ImportExpression" ? inner.source : requiredSource(inner);
  return source && textOf(source) !== undefined ? moduleName(source) : undefined;
}

/** Returns the argument of a call of `require`, else undefined. */
function requiredSource(node) {
  const called = node.type === "CallExpression" && node.callee.name === "require";
  return called && node.arguments.length > 0 ? node.arguments[0] : undefined;
}

function moduleName(source) {
  return textOf(source)?.replace(/^node:/, "");
}

function memberName({ computed, property }) {
  return computed ? textOf(property) : property.name;
}

module.exports = { Names, importedModule, requiredSource };
