// What an error says to whoever wrote the program: its own lines, and nothing of the runner.
"use strict";

const { nameOf, read, show } = require("./values.cjs");
const { denied } = require("./watch.cjs");

const MESSAGE_LENGTH_MAX = 8_000;
const FRAMES_MAX = 20;
const CAUSES_MAX = 3;

/** Describes errors of one program. */
class Errors {
  #place;
  #program;

  /**
   * `root` is the working folder, and `program` knows where its source was rewritten and where it
   * imports what.
   */
  constructor(root, program) {
    const folder = root.endsWith("/") ? root : `${root}/`;
    const file = `(?:file://)?${escaped(folder)}([^:\\n]+?)`;
    this.#place = new RegExp(`(?<![\\w./-])(?:(program\\.js)|${file}):(\\d+)(?::(\\d+))?`);
    this.#program = program;
  }

  /** Returns the member `error` of a `done` frame. */
  describe(thrown) {
    const error = isError(thrown) ? thrown : undefined;
    const frames = error ? this.#frames(error) : [];
    const own = frames.find((frame) => frame.file === "program.js");
    const hint = error && text(read(error, "hint"));
    const code = hint !== undefined ? (text(read(error, "code")) ?? null) : null;
    return {
      type: typeName(thrown),
      message: messageOf(thrown),
      hint: hint || hintFor(thrown),
      code,
      traceback: frames.length > 0 ? this.#traceback(error, frames) : null,
      line: own?.line ?? null,
    };
  }

  #traceback(error, frames, depth = 0) {
    const head = `${typeName(error)}: ${messageOf(error)}`;
    const parts = [head, ...shownFrames(frames)];
    const cause = read(error, "cause");
    if (isError(cause) && depth < CAUSES_MAX) {
      parts.push(`Caused by ${this.#traceback(cause, this.#frames(cause), depth + 1)}`);
    }
    return parts.join("\n");
  }

  /** Returns the frames of the program's own files, the innermost first. */
  #frames(error) {
    const lines = String(read(error, "stack") ?? "").split("\n");
    const calls = lines.filter((line) => /^\s+at /.test(line));
    const frames = calls.map((line) => this.#frame(line)).filter((frame) => frame);
    if (frames.length > 0) {
      return frames;
    }
    // A file that could not be parsed stands in front of the message.
    const unparsed = this.#frame(lines[0]);
    const requested = /^The requested module '(.+?)'/.exec(messageOf(error))?.[1];
    const imported = this.#program.placeOfImport(read(error, "specifier") ?? requested);
    return [unparsed ?? imported].filter((frame) => frame);
  }

  #frame(line) {
    const match = this.#place.exec(line);
    if (!match) {
      return undefined;
    }
    const file = match[1] ?? match[2];
    const at = { line: Number(match[3]), column: Number(match[4] ?? 1) };
    const place = file === "program.js" ? this.#program.asWritten(at) : at;
    return { file, ...place, name: /^\s+at (.*?) \(/.exec(line)?.[1] };
  }
}

/** Returns what can be done about `error`, or null where that is not known. */
function hintFor(error) {
  const cause = read(error, "cause");
  const hint = denied(error) ?? denied(cause);
  const code = read(error, "code");
  if (/MODULE_NOT_FOUND$/.test(code)) {
    return 'only Node\'s own modules, "athena" and files of the working folder can be imported';
  }
  if (hint?.kind === "network" || ["ENOTFOUND", "ECONNREFUSED"].includes(code ?? cause?.code)) {
    return 'there is no network here: use `import { http } from "athena"` and `http.fetch(url)`';
  }
  if (hint?.kind === "process") {
    return "no other programs can be started here: do it in JavaScript";
  }
  return hint ? "only the working folder can be written: use a relative path" : null;
}

function shownFrames(frames) {
  const shown = [];
  let last;
  let times = 0;
  const endRun = () => times > 1 && shown.push(`    … ${times - 1} more like this`);
  for (const { name, file, line, column } of frames) {
    const place = `${file}:${line}:${column}`;
    const frame = name ? `    at ${name} (${place})` : `    at ${place}`;
    if (frame === last) {
      times++;
      continue;
    }
    endRun();
    shown.push(frame);
    last = frame;
    times = 1;
  }
  endRun();
  const hidden = shown.length - FRAMES_MAX;
  return hidden > 0 ? [...shown.slice(0, FRAMES_MAX), `    … ${hidden} more`] : shown;
}

function isError(thrown) {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
}

function typeName(thrown) {
  const name = isError(thrown) ? text(read(thrown, "name")) : undefined;
  return name && name !== "Error" ? name.slice(0, 200) : nameOf(thrown);
}

function messageOf(thrown) {
  let message = thrown;
  if (isError(thrown)) {
    message = String(read(thrown, "message") ?? "");
    const inner = read(thrown, "errors");
    if (Array.isArray(inner) && inner.length > 0) {
      message += ` (the first: ${messageOf(inner[0])})`;
    }
  } else if (typeof thrown !== "string") {
    message = show(thrown);
  }
  const fits = message.length <= MESSAGE_LENGTH_MAX;
  return fits ? message : `${message.slice(0, MESSAGE_LENGTH_MAX)}…`;
}

function text(value) {
  return typeof value === "string" ? value : undefined;
}

function escaped(literal) {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

module.exports = { Errors, hintFor };
