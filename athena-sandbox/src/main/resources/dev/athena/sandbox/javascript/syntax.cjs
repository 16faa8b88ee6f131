// What the checks ask of a syntax tree as acorn makes it.
"use strict";

/**
 * Calls `visit(node)` for each node, outer ones first. Each node gets a member `up`, the node
 * around it. Not recursive: a tree may be deeper than the stack.
 */
function walk(root, visit) {
  const todo = [root];
  while (todo.length > 0) {
    const node = todo.pop();
    visit(node);
    const inner = children(node);
    for (let i = inner.length - 1; i >= 0; i--) {
      inner[i].up = node;
      todo.push(inner[i]);
    }
  }
}

/** Returns the nodes directly within `node`, in their order. */
function children(node) {
  const found = [];
  for (const name in node) {
    const value = node[name];
    if (name === "up" || value === null || typeof value !== "object") {
      continue;
    }
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item?.type === "string") {
        found.push(item);
      }
    }
  }
  return found;
}

/** Returns the text that `node` always has, or undefined. */
function textOf(node) {
  const shape = shapeOf(node);
  return shape?.whole ? shape.text : undefined;
}

/**
 * Returns `{text, whole}`: the text that `node` puts together, with `*` in the place of what is
 * only known when it runs; undefined if it is no text.
 */
function shapeOf(node) {
  if (node?.type === "Literal") {
    return typeof node.value === "string" ? { text: node.value, whole: true } : undefined;
  }
  if (node?.type === "TemplateLiteral") {
    const text = node.quasis.map(({ value }) => value.cooked ?? "").join("*");
    return { text, whole: node.expressions.length === 0 };
  }
  return isSum(node) ? shapeOfSum(node) : undefined;
}

function isSum(node) {
  return node?.type === "BinaryExpression" && node.operator === "+";
}

function shapeOfSum(node) {
  const shapes = [];
  let left = node;
  for (; isSum(left); left = left.left) {
    shapes.push(isSum(left.right) ? undefined : shapeOf(left.right));
  }
  shapes.push(shapeOf(left));
  if (shapes.every((shape) => shape === undefined)) {
    return undefined;
  }
  const text = shapes.reverse().map((shape) => shape?.text ?? "*");
  return { text: text.join(""), whole: shapes.every((shape) => shape?.whole) };
}

/** Returns whether `node` is a function: code that does not run where it stands. */
function isFunction(node) {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** Returns the names that `pattern` binds. */
function namesOf(pattern) {
  const names = [];
  const todo = [pattern];
  while (todo.length > 0) {
    const node = todo.pop();
    switch (node?.type) {
      case "Identifier":
        names.push(node.name);
        break;
      case "ObjectPattern":
        todo.push(...node.properties.map((property) => property.value ?? property.argument));
        break;
      case "ArrayPattern":
        todo.push(...node.elements);
        break;
      case "AssignmentPattern":
        todo.push(node.left);
        break;
      case "RestElement":
        todo.push(node.argument);
        break;
      default: // a place in an object binds no name
    }
  }
  return names;
}

module.exports = { walk, children, textOf, shapeOf, isSum, isFunction, namesOf };
