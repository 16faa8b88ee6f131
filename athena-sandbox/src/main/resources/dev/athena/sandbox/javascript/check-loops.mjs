// Findings about loops that plainly never end.
import { children, isFunction } from "./syntax.mjs";

const LOOP = /^(For|ForIn|ForOf|While|DoWhile)Statement$/;
const EXIT = /^(exit|abort|reallyExit)$/;

/** Returns what is to be said of `node` if it is such a loop. */
export function endlessLoop(node) {
  const endless = LOOP.test(node.type) && hasNoCondition(node) && !canEnd(node) && !isCaught(node);
  if (!endless) {
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

/** Whether something within the loop ends it or lets others go on. */
function canEnd(loop) {
  const own = loop.up?.type === "LabeledStatement" ? loop.up.label.name : undefined;
  const todo = children(loop).map((node) => ({ node, nested: false, labels: [] }));
  while (todo.length > 0) {
    const { node, nested, labels } = todo.pop();
    if (isFunction(node)) {
      continue;
    }
    if (isContinueOf(node, own)) {
      continue;
    }
    if (ends(node, nested, labels)) {
      return true;
    }
    // Of a loop or a switch within, `break` ends that one only.
    const within = nested || LOOP.test(node.type) || node.type === "SwitchStatement";
    const known = node.type === "LabeledStatement" ? [...labels, node.label.name] : labels;
    todo.push(...children(node).map((inner) => ({ node: inner, nested: within, labels: known })));
  }
  return false;
}

function isContinueOf({ type, label }, own) {
  return type === "ContinueStatement" && label?.name === own;
}

function ends(node, nested, labels) {
  switch (node.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "YieldExpression":
    case "AwaitExpression":
      return true;
    case "ForOfStatement":
      return node.await;
    case "BreakStatement":
      return node.label ? !labels.includes(node.label.name) : !nested;
    case "ContinueStatement":
      return node.label !== null && !labels.includes(node.label.name);
    case "CallExpression":
      return isExit(node.callee);
    default:
      return false;
  }
}

function isExit({ type, object, property }) {
  return type === "MemberExpression" && object.name === "process" && EXIT.test(property.name);
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
