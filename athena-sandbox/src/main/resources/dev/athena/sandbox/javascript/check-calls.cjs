// Findings about what a program calls.
"use strict";

const { FETCH_HINT } = require("./check-imports.cjs");
const { textOf } = require("./syntax.cjs");

const NETWORK = /^global\.(fetch|WebSocket|EventSource|XMLHttpRequest)$/;
const NATIVE = /^(global\.)?process\.dlopen$/;
const CODE =
  /^(global\.(eval|Function)|vm\.(runIn\w+|Script|SourceTextModule|compileFunction))$/;

/** Returns what is to be said of `node` if it connects to the network by a global. */
function networkCall(node, names) {
  const name = calledName(node, names);
  if (!name || !NETWORK.test(name)) {
    return undefined;
  }
  const message = `${name.replace("global.", "")} opens network connections`;
  return { rule: "socket", message, hint: FETCH_HINT };
}

/** Returns what is to be said of `node` if it loads native code. */
function nativeCode(node, names) {
  const name = calledName(node, names);
  if (!name || !NATIVE.test(name)) {
    return undefined;
  }
  const hint = "do it in JavaScript: native code is not loaded";
  return { rule: "native_code", message: `${name.replace("global.", "")} loads native code`, hint };
}

/** Returns what is to be said of `node` if it runs code that it puts together. */
function dynamicCode(node, names) {
  const name = calledName(node, names);
  if (!name || !CODE.test(name) || node.arguments.length === 0) {
    return undefined;
  }
  // All arguments of Function are code; of the others it is the first.
  const code = name === "global.Function" ? node.arguments : [node.arguments[0]];
  if (code.every(isKnown)) {
    return undefined;
  }
  return {
    rule: "dynamic_code",
    message: `${name.replace("global.", "")} runs code that is put together while running`,
    hint: "write the code out, or use JSON.parse for data",
  };
}

/** A text that stands there, or something that is no text and so is no code. */
function isKnown(argument) {
  const notText = argument.type === "Literal" && typeof argument.value !== "string";
  return notText || textOf(argument) !== undefined;
}

function calledName(node, names) {
  const calls = node.type === "CallExpression" || node.type === "NewExpression";
  return calls ? names.of(node.callee) : undefined;
}

module.exports = { networkCall, nativeCode, dynamicCode };
