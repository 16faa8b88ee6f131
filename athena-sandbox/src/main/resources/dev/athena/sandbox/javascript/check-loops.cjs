// Findings about loops that plainly never end.
"use strict";

const { isFunction } = require("./syntax.cjs");

const LOOP = /^(For|ForIn|ForOf|While|DoWhile)Statement$/;
const EXIT = /^(exit|abort|reallyExit)$/;

/**
 * Gives all loops that `node` ends, or in which it lets others go on, a member `ends`; call it for
 * all nodes before asking. From the inside out, since a search within each loop would look at what
 * is in many loops many times.
 */
function noteEnds(node) {
  if (leavesAll(node)) {
    markAround(node);
  } else if (node.type === "BreakStatement" || node.type === "ContinueStatement") {
    markJumped(node);
  }
}

/** Returns what is to be said of `node` if it is such a loop. */
function endlessLoop(node) {
  if (!LOOP.test(node.type) || node.ends || !hasNoCondition(node) || isCaught(node)) {
    return undefined;
  }
  return {
    rule: "endless_loop",
    message: "this loop never ends",
    hint: "end it by a condition, break or return; only the time limit would",
  };
}

function hasNoCondition({ type, test }) {
  if (type === "ForStatement" && test === null) {
    return true;
  }
  return /^(For|While|DoWhile)Statement$/.test(type) && test?.type === "Literal" && !!test.value;
}

function leavesAll(node) {
  switch (node.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "YieldExpression":
    case "AwaitExpression":
      return true;
    case "ForOfStatement":
      return node.await;
    case "CallExpression":
      return isExit(node.callee);
    default:
      return false;
  }
}

function isExit({ type, object, property }) {
  return type === "MemberExpression" && object.name === "process" && EXIT.test(property.name);
}

function markAround(node) {
  for (let around = node.up; around && !isFunction(around) && !around.left; around = around.up) {
    around.left = true; // so that nobody goes this way again
    around.ends = true;
  }
}

/** Marks what a `break` or `continue` leaves: with a label, all on the way to it. */
function markJumped({ type, label, up }) {
  const breaks = type === "BreakStatement";
  if (!label && !breaks) {
    return;
  }
  for (let around = up; around && !isFunction(around); around = around.up) {
    const isTarget = label ? around.up?.label?.name === label.name : isLeftByBreak(around);
    around.ends ||= isTarget ? breaks : label !== null;
    if (isTarget) {
      return;
    }
  }
}

/** Of a loop or a switch within, `break` ends that one only. */
function isLeftByBreak({ type }) {
  return LOOP.test(type) || type === "SwitchStatement";
}

/** Whether an error thrown by what the loop calls would end it, as is usual with some readers. */
function isCaught(loop) {
  for (let inner = loop; inner.up && !isFunction(inner.up); inner = inner.up) {
    if (inner.up.type === "TryStatement" && inner.up.block === inner && inner.up.handler) {
      return true;
    }
  }
  return false;
}

module.exports = { noteEnds, endlessLoop };
