// Findings about what a program imports.
"use strict";

const { isBuiltin } = require("node:module");
const { existsSync } = require("./native.cjs");
const { requiredSource } = require("./names.cjs");
const { isFunction, textOf } = require("./syntax.cjs");

const SUBPROCESS = words(
  "child_process cluster worker_threads execa shelljs node-pty cross-spawn zx",
);
const SOCKET = words(
  "net tls dgram dns dns/promises http http2 https axios got ky needle node-fetch request " +
    "request-promise superagent undici ws socket.io socket.io-client ssh2 nodemailer express " +
    "fastify koa puppeteer playwright redis ioredis pg mysql mysql2 mongodb mongoose",
);
const NATIVE = words("ffi-napi ref-napi ffi-rs koffi bindings node-gyp-build node-addon-api ffi");

const FETCH_HINT = 'use `import { http } from "athena"` and `await http.fetch(url)`';

const RULES = [
  [SUBPROCESS, "subprocess", "starts other processes", "do it in JavaScript: none can be started"],
  [SOCKET, "socket", "opens network connections", FETCH_HINT],
  [NATIVE, "native_code", "loads native code", "do it in JavaScript: native code is not loaded"],
];

/** Constants, types and questions, with which nothing is begun. */
const PASSIVE = /^([A-Z][A-Z_]*|is[A-Z]\w*|markAs\w+)$/;
const PASSIVE_NAMES = words(
  "IncomingMessage ServerResponse OutgoingMessage BlockList SocketAddress MessagePort " +
    "MessageChannel threadId",
);

/** Returns what is to be said of `node` if it imports a module. */
function importFinding(node) {
  const specifier = textOf(sourceOf(node));
  if (specifier === undefined) {
    return undefined;
  }
  const name = specifier.replace(/^node:/, "");
  const known = RULES.find(([modules]) => modules.has(name) || modules.has(packageOf(name)));
  if (known && !isPassive(membersOf(node))) {
    const [, rule, message, hint] = known;
    return { rule, message: `${name} ${message}`, hint };
  }
  if (/^https?:/.test(specifier)) {
    return { rule: "socket", message: "a module is loaded from the network", hint: FETCH_HINT };
  }
  if (name.endsWith(".node")) {
    const [, , , hint] = RULES[2];
    return { rule: "native_code", message: `${name} is native code`, hint };
  }
  return known || isThere(specifier) || isOptional(node) ? undefined : unavailable(specifier);
}

function sourceOf(node) {
  switch (node.type) {
    case "ImportDeclaration":
    case "ImportExpression":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
      return node.source;
    default:
      return requiredSource(node);
  }
}

function isPassive(members) {
  return members.length > 0 && members.every((name) => PASSIVE.test(name) || PASSIVE_NAMES.has(name));
}

/** Returns which members of the module alone are taken; empty if it is taken as a whole. */
function membersOf({ type, specifiers = [], up }) {
  if (type === "ImportDeclaration") {
    return specifiers.map(({ imported }) => imported?.name ?? "*");
  }
  const holder = up?.type === "AwaitExpression" ? up.up : up;
  if (holder?.type === "MemberExpression") {
    return [holder.property.name ?? "*"];
  }
  const { type: pattern, properties = [] } = holder?.id ?? {};
  return pattern === "ObjectPattern" ? properties.map(({ key }) => key?.name ?? "*") : [];
}

function isThere(specifier) {
  return (
    isBuiltin(specifier) ||
    /^athena(\/|$)/.test(specifier) ||
    /^(\.{0,2}\/|\.{1,2}$|file:|#|$)/.test(specifier) ||
    existsSync(`node_modules/${packageOf(specifier)}`)
  );
}

/** Whether the program is ready for the module not being there. */
function isOptional(node) {
  for (let inner = node; inner.up && !isFunction(inner.up); inner = inner.up) {
    const { up } = inner;
    if (up.type === "TryStatement" && up.block === inner && up.handler) {
      return true;
    }
    if (up.type === "MemberExpression" && up.property.name === "catch") {
      return true;
    }
  }
  return false;
}

function unavailable(specifier) {
  return {
    rule: "unavailable_module",
    message: `there is no module ${JSON.stringify(specifier.slice(0, 100))}`,
    hint: 'only Node\'s own modules, "athena" and files of the working folder are there',
  };
}

function packageOf(name) {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

function words(text) {
  return new Set(text.split(" "));
}

module.exports = { FETCH_HINT, importFinding };
