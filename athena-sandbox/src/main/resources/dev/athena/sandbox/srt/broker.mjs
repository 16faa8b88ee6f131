// Stands between Athena and srt: one long-lived process, with the proxies of one list of hosts.
//
//   node broker.mjs
//
// Started in a folder that is its own and empty, since srt protects what it finds in the folder it
// runs in. HOME, TMPDIR and PATH are all of its environment. Both sides speak in lines of JSON, each
// an object with one member, which says of what kind it is:
//
//   begin {"srt", "settings", "folder"}      → ready {"version"} or failed {"message"}
//   wrap {"id", "command", "additions"}      → wrapped {"id", "name", "argv"} or
//                                              refused {"id", "message"}
//   sync {"id"}                              → synced {"id"}, after all that was seen before
//   clean {"name"}                             the sandbox of that name is gone, or never was
//                                              violation {"name", "line"}, at any time
//
// It ends at the end of its input or at SIGTERM, and removes its folder then.
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { quoted, strengthened } from "./words.mjs";

/** So many violations of one sandbox are told. */
const TOLD_MAX = 400;
const LINE_LENGTH_MAX = 1_000;
const SHELL = "/bin/bash";

/** How many violations of each sandbox were told, by its name. */
const told = new Map();
let manager;
let folder;
let leaving = false;

function say(kind, body) {
  process.stdout.write(`${JSON.stringify({ [kind]: body })}\n`);
}

async function begin({ srt, settings, folder: own }) {
  folder = own;
  const library = await import(pathToFileURL(srt).href);
  manager = library.SandboxManager;
  await manager.initialize(checked(settings, library.SandboxRuntimeConfigSchema), undefined, true);
  manager.getSandboxViolationStore().subscribe((all) => tell(all.at(-1)));
  say("ready", { version: process.versions.node });
}

/** Returns the settings as srt reads them; what it refuses or does not know is an error. */
function checked(settings, schema) {
  const parsed = schema.safeParse(settings);
  const faults = parsed.success
    ? unknown(settings, parsed.data).map((name) => `${name}: there is no such setting`)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (faults.length > 0) {
    throw new Error(`srt refuses its settings: ${faults.join("; ")}`);
  }
  return parsed.data;
}

/** Names what the schema, which passes over names it does not know, left out. */
function unknown(given, kept) {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!(name in kept)) {
      return [name];
    }
    const isGroup = value && typeof value === "object" && !Array.isArray(value);
    return isGroup ? unknown(value, kept[name]).map((inner) => `${name}.${inner}`) : [];
  });
}

function tell(violation) {
  if (!violation) {
    return;
  }
  const name = Buffer.from(violation.encodedCommand ?? "", "base64").toString();
  const known = told.has(name) ? name : "";
  const count = told.get(known) ?? 0;
  if (count < TOLD_MAX) {
    told.set(known, count + 1);
    say("violation", { name: known, line: violation.line.slice(0, LINE_LENGTH_MAX) });
  }
}

async function wrap({ id, command, additions }) {
  const name = randomBytes(18).toString("base64url");
  try {
    const line = `exec ${quoted(command)}`;
    const shell = await manager.wrapWithSandbox(line, SHELL, undefined, undefined, {
      commandId: name,
    });
    try {
      const argv = strengthened(shell, additions);
      told.set(name, 0);
      say("wrapped", { id, name, argv });
    } catch (error) {
      manager.cleanupAfterCommand();
      throw error;
    }
  } catch (error) {
    say("refused", { id, message: String(error?.message ?? error) });
  }
}

function clean({ name }) {
  if (told.delete(name)) {
    manager.cleanupAfterCommand();
  }
}

async function leave(status) {
  if (leaving) {
    return;
  }
  leaving = true;
  try {
    await manager?.reset();
  } finally {
    if (folder) {
      process.chdir("/");
      rmSync(folder, { recursive: true, force: true });
    }
    process.exit(status);
  }
}

async function hear(line) {
  const [[kind, body]] = Object.entries(JSON.parse(line));
  switch (kind) {
    case "begin":
      return begin(body);
    case "wrap":
      return wrap(body);
    case "sync":
      return say("synced", body);
    case "clean":
      return clean(body);
    default:
      throw new Error(`a line of the kind ${kind} came`);
  }
}

process.once("SIGTERM", () => leave(0));
process.stdout.on("error", () => leave(1)); // nobody listens any more
createInterface({ input: process.stdin })
  .on("line", (line) => {
    hear(line).catch((error) => {
      say("failed", { message: String(error?.message ?? error) });
      void leave(1);
    });
  })
  .on("close", () => leave(0));
