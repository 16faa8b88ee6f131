// Findings about files that usually hold keys or passwords.
"use strict";

const { isPlainlyPath, isSecret } = require("./secrets.cjs");
const { isSum, shapeOf } = require("./syntax.cjs");

const READS = new RegExp(
  "^(read(File|Link|dir)?|open(AsBlob|dir)?|createReadStream|copyFile|cp|rename|access|exists|" +
    "l?stat|realpath|join|resolve)(Sync)?$",
  "i",
);

const JOINS = /^(join|resolve)$/;

/** Returns what is to be said of `node` if it names such a file. */
function secretFile(node) {
  if (joins(node)) {
    const path = node.arguments.map((part) => shapeOf(part)?.text ?? "*").join("/");
    return isSecret(path) ? finding(path) : undefined;
  }
  if (isPart(node)) {
    return undefined;
  }
  const path = shapeOf(node)?.text;
  if (path === undefined || !isSecret(path)) {
    return undefined;
  }
  const known = path.replace(/^\*/, ""); // without the folder that it starts with
  return isPlainlyPath(known) || isRead(node) ? finding(path) : undefined;
}

function finding(path) {
  return {
    rule: "secret_file",
    message: `${JSON.stringify(path.slice(0, 100))} usually holds keys or passwords`,
    hint: "such files cannot be seen here; ask for what you need",
  };
}

/** Whether a text is looked at together with what is around it, or is no path. */
function isPart({ up }) {
  return isSum(up) || up?.type === "ImportDeclaration" || joins(up);
}

function joins(node) {
  return calls(node, JOINS) && node.arguments.length > 1;
}

function isRead(node) {
  return calls(node.up, READS) && node.up.callee !== node;
}

function calls(node, pattern) {
  if (node?.type !== "CallExpression") {
    return false;
  }
  const { name, property } = node.callee;
  return pattern.test(name ?? property?.name ?? "");
}

module.exports = { secretFile };
