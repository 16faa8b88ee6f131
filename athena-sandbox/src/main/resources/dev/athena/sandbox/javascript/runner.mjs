// Runs one program in JavaScript and tells Athena about it, as docs/sandbox-protocol.md says.
//
//   node --experimental-vm-modules --no-warnings runner.mjs [INPUT OUTPUT]
//
// INPUT and OUTPUT are the descriptors of the frames where they are not 0 and 1.
//
// Node 18 or newer. The first flag is for vm.SourceTextModule, the second keeps what Node says of
// experiments out of the program's output. The folder it is started in is the working folder.
//
//   ATHENA_API     the folder with index.mjs and _channel.mjs, the module "athena"; /athena/api
//   ATHENA_ACORN   the file acorn.mjs; the one beside this file
//
// The exit code is 0 whenever the frame `done` was sent. Nothing here defends itself against the
// program: what it can break is its own result.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Calls } from "./calls.mjs";
import { Execution } from "./execution.mjs";
import { Channel } from "./frames.mjs";
import { Modules } from "./modules.mjs";
import { existsSync, leave } from "./native.mjs";
import { Output } from "./output.mjs";
import { Watch } from "./watch.mjs";
import { warmUp } from "./warmup.mjs";
import { Workspace } from "./workspace.mjs";

/**
 * How long the process stays when all is said, in milliseconds. Athena ends the sandbox when the
 * answer is on its way; to end sooner would take its processors.
 */
const LINGER_MS = 100;

/** So many calls an error tells of; enough for the program's own to be among them. */
const STACK_FRAMES = 100;

const here = dirname(fileURLToPath(import.meta.url));
const root = process.cwd();
const api = resolve(process.env.ATHENA_API || "/athena/api");
const acorn = process.env.ATHENA_ACORN || join(here, "acorn.mjs");
const { parse } = await import(pathToFileURL(acorn).href);

const channel = new Channel(receive, () => leave(0));
const output = new Output(channel);
const calls = new Calls(channel);
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

/** Tells the module "athena" how operations are called. */
async function connectApi() {
  const file = join(api, "_channel.mjs");
  if (existsSync(file)) {
    const { connect } = await import(pathToFileURL(file).href);
    connect(
      async (operation, args) => calls.call(operation, args),
      (done, total, message) => calls.progress(done, total, message),
    );
  }
}

async function begin() {
  Error.stackTraceLimit = STACK_FRAMES;
  output.takeStreams();
  await connectApi();
  await modules.giveRequire();
  watch.begin();
  await greeted;
  process.argv = ["node", "program.js"];
  process.execArgv = [];
  const parts = { root, parse, channel, output, calls, workspace, modules, watch, leave: linger };
  execution = new Execution(parts);
  channel.send("ready", { language: "javascript", version: process.versions.node });
  return parts;
}

// It must not be awaited here: while a module waits, Node takes the end of a program for a failure.
warmUp(await begin(), () => execution.isPrepared);
