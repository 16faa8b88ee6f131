// The working folder: the files of the session come in before a program and go out after it.
"use strict";

const { dirname, join } = require("node:path");
const {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  opendirSync,
  readSync,
  rmSync,
  utimesSync,
  writeSync,
} = require("./native.cjs");

const CONTENT_BYTES_MAX = 1024 * 1024;
const PATH_LENGTH_MAX = 500;
const FOLDERS_DEEP_MAX = 19;

/** How old a file looks that came in, in seconds; a file just written differs from it for sure. */
const AGE_SECONDS = 60;

/** The files of the folder `root`. */
class Workspace {
  #root;
  #before = new Map();
  #open;

  constructor(root) {
    this.#root = root;
  }

  /** Takes a `file` frame. */
  receive({ path, content, more }) {
    checkPath(path);
    const place = join(this.#root, path);
    if (this.#open === undefined) {
      mkdirSync(dirname(place), { recursive: true });
      this.#open = openSync(place, "w");
    }
    const bytes = Buffer.from(content, "base64");
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#open, bytes, at);
    }
    if (!more) {
      closeSync(this.#open);
      this.#open = undefined;
      const time = Math.floor(Date.now() / 1_000) - AGE_SECONDS;
      utimesSync(place, time, time);
      this.#before.set(path, stateOf(place));
    }
  }

  /** Writes a file of our own; none if it does not fit, since a part would pass for the whole. */
  writeWhole(path, text) {
    const place = join(this.#root, path);
    const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
    try {
      const fd = openSync(place, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        at += writeSync(fd, bytes, at);
      }
      closeSync(fd);
    } catch {
      rmSync(place, { force: true });
    }
  }

  /** Looks at what is there now; returns what a session keeps and what is `left`, past a limit. */
  survey({ files_max: filesMax, files_bytes_max: bytesMax }) {
    const kept = [];
    const left = [];
    let bytes = 0;
    for (const [path, state] of [...this.#list()].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (isPath(path) && kept.length < filesMax && bytes + state.size <= bytesMax) {
        kept.push({ path, state });
        bytes += state.size;
      } else {
        left.push(path);
      }
    }
    return { kept, left };
  }

  /**
   * Tells what became of the files of a survey: `send(kind, content)` gets the frames. Returns
   * those that are kept. Of a file past a limit the session keeps what it had.
   */
  report({ kept, left }, send) {
    const files = kept
      .filter(({ path, state }) => this.#sendIfChanged(path, state, send))
      .map(({ path, state }) => ({ path, size: state.size }));
    const there = new Set([...left, ...kept.map(({ path }) => path)]);
    for (const path of this.#before.keys()) {
      if (!there.has(path)) {
        send("removed", { path });
      }
    }
    return files;
  }

  /** Returns false if the file cannot be read. */
  #sendIfChanged(path, state, send) {
    const before = this.#before.get(path);
    if (before && before.size === state.size && before.changed === state.changed) {
      return true;
    }
    try {
      sendFile(join(this.#root, path), path, state.size, send);
      return true;
    } catch (e) {
      if (e.code === undefined) {
        throw e;
      }
      return false;
    }
  }

  /** All regular files; what is a link or a pipe stays behind. */
  *#list(folder = "", deep = 0) {
    let entries;
    try {
      entries = opendirSync(join(this.#root, folder));
    } catch {
      return;
    }
    try {
      for (let entry = entries.readSync(); entry; entry = entries.readSync()) {
        const path = folder ? `${folder}/${entry.name}` : entry.name;
        if (entry.isDirectory() && deep < FOLDERS_DEEP_MAX) {
          yield* this.#list(path, deep + 1);
        } else if (entry.isFile()) {
          yield [path, stateOf(join(this.#root, path))];
        }
      }
    } finally {
      entries.closeSync();
    }
  }
}

function stateOf(place) {
  const { size, mtimeNs } = lstatSync(place, { bigint: true });
  return { size: Number(size), changed: mtimeNs };
}

/** Sends exactly `size` bytes, or fewer if the file has fewer by now. */
function sendFile(place, path, size, send) {
  const fd = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(size, CONTENT_BYTES_MAX)));
    let at = 0;
    do {
      const count = readSync(fd, buffer, 0, Math.min(buffer.length, size - at), at);
      at = count === 0 ? size : at + count;
      const content = buffer.toString("base64", 0, count);
      send("file", { path, content, more: at < size });
    } while (at < size);
  } finally {
    closeSync(fd);
  }
}

function checkPath(path) {
  if (!isPath(path)) {
    throw new Error(`"${path}" is no path within the working folder`);
  }
}

/** Says what Athena keeps: another path would end the program. */
function isPath(path) {
  return (
    typeof path === "string" &&
    path.length <= PATH_LENGTH_MAX &&
    !/[\u0000-\u001f\u007f\\\uFFFD]/.test(path) &&
    path.split("/").every((name) => name !== "" && name !== "." && name !== "..")
  );
}

module.exports = { Workspace };
