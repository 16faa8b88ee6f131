// Runs one program in JavaScript and tells Athena about it, as docs/sandbox-protocol.md says.
//
//   node --experimental-vm-modules --no-warnings runner.cjs [INPUT OUTPUT]
//
// INPUT and OUTPUT are the descriptors of the frames where they are not 0 and 1.
//
// Node 18 or newer. The first flag is for vm.SourceTextModule, the second keeps what Node says of
// experiments out of the program's output. The folder it is started in is the working folder.
//
//   ATHENA_API     the folder with index.mjs and _channel.mjs, the module "athena"; /athena/api
//   ATHENA_ACORN   the file acorn.cjs; the one beside this file
//
// The exit code is 0 whenever the frame `done` was sent. Nothing here defends itself against the
// program: what it can break is its own result.
"use strict";

const { join, resolve } = require("node:path");
const { Api } = require("./api.cjs");
const { Calls } = require("./calls.cjs");
const { Execution } = require("./execution.cjs");
const { Channel } = require("./frames.cjs");
const { Modules } = require("./modules.cjs");
const { leave } = require("./native.cjs");
const { Output } = require("./output.cjs");
const { Watch } = require("./watch.cjs");
const { warmUp } = require("./warmup.cjs");
const { Workspace } = require("./workspace.cjs");

/**
 * How long the process stays when all is said, in milliseconds. Athena ends the sandbox when the
 * answer is on its way; to end sooner would take its processors.
 */
const LINGER_MS = 100;

/** So many calls an error tells of; enough for the program's own to be among them. */
const STACK_FRAMES = 100;

const root = process.cwd();
const { parse } = require(process.env.ATHENA_ACORN || join(__dirname, "acorn.cjs"));

const channel = new Channel(receive, () => leave(0));
const output = new Output(channel);
const calls = new Calls(channel);
const api = new Api(resolve(process.env.ATHENA_API || "/athena/api"), calls);
const workspace = new Workspace(root);
const watch = new Watch((hint) => channel.send("hint", hint));
const modules = new Modules(root, api, watch, parse);
const { promise: greeted, resolve: greet } = deferred();
let execution;

function receive(kind, content) {
  switch (kind) {
    case "hello":
      greet();
      return undefined;
    case "file":
      return workspace.receive(content);
    case "run":
      execution.prepare(content);
      return undefined;
    case "go":
      return execution.start();
    case "answer":
      return calls.answer(content);
    default:
      throw new Error(`a frame ${kind} came`);
  }
}

function linger(code) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LINGER_MS);
  leave(code);
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function begin() {
  Error.stackTraceLimit = STACK_FRAMES;
  output.takeStreams();
  modules.giveRequire();
  watch.begin();
  await greeted;
  process.argv = ["node", "program.js"];
  process.execArgv = [];
  const parts = { root, parse, channel, output, api, workspace, modules, watch, leave: linger };
  execution = new Execution(parts);
  channel.send("ready", { language: "javascript", version: process.versions.node });
  return parts;
}

begin().then((parts) => warmUp(parts, () => execution.isPrepared));
