// Frames: 4 bytes of length, big-endian, then a JSON object with one member, as the page on the
// protocol says.
"use strict";

const net = require("node:net");
const { createReadStream } = require("node:fs");
const { moveDescriptors } = require("./descriptors.cjs");
const { leave, writeSync } = require("./native.cjs");

/** The longest frame, in bytes. */
const FRAME_BYTES_MAX = 16 * 1024 * 1024;

const HEADER_BYTES = 4;

/** How long a write waits for a full pipe, in milliseconds, where the pipe does not wait itself. */
const FULL_PIPE_PAUSE_MS = 1;

const LONE_SURROGATE = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

/** Both directions of frames between a runner and Athena. */
class Channel {
  #output;
  #input;
  #chunks = [];
  #size = 0;

  /** `receive(kind, content)` gets each frame, `end()` is called when no more can come. */
  constructor(receive, end) {
    const { input, output } = moveDescriptors(process.argv.slice(2));
    this.#output = output;
    this.#input = streamOf(input);
    this.#input.on("data", (chunk) => this.#take(chunk, receive));
    this.#input.on("end", end);
    this.#input.on("error", end);
  }

  /** Lets the process end although frames may still come, or keeps it waiting for them. */
  keepAlive(wanted) {
    (wanted ? this.#input.ref : this.#input.unref)?.call(this.#input);
  }

  /** Says on descriptor 2 that all of the program's is written; see the protocol. */
  endErrors() {
    try {
      writeSync(2, "\0athena:end\0");
    } catch {
      // The program closed it.
    }
  }

  /** Sends one frame; it has left this process when this returns. */
  send(kind, content) {
    const bytes = frameOf(kind, content);
    if (bytes.length > FRAME_BYTES_MAX + HEADER_BYTES) {
      throw new RangeError(`a frame has at most ${FRAME_BYTES_MAX} bytes`);
    }
    writeAll(this.#output, bytes);
  }

  #take(chunk, receive) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) {
      const [[kind, content]] = Object.entries(JSON.parse(frame.toString("utf8")));
      receive(kind, content);
    }
  }

  /** Takes the next whole frame off what has come, or returns undefined. */
  #next() {
    if (this.#size < HEADER_BYTES) {
      return undefined;
    }
    if (this.#chunks[0].length < HEADER_BYTES) {
      this.#join();
    }
    const length = this.#chunks[0].readUInt32BE(0);
    if (length > FRAME_BYTES_MAX) {
      throw new RangeError(`a frame of ${length} bytes came`);
    }
    if (this.#size < HEADER_BYTES + length) {
      return undefined;
    }
    this.#join();
    const all = this.#chunks[0];
    const end = HEADER_BYTES + length;
    this.#chunks = all.length > end ? [all.subarray(end)] : [];
    this.#size = all.length - end;
    return all.subarray(HEADER_BYTES, end);
  }

  #join() {
    if (this.#chunks.length > 1) {
      this.#chunks = [Buffer.concat(this.#chunks)];
    }
  }
}

/** Returns the bytes of `content` as a frame `kind`. */
function frameOf(kind, content) {
  const json = wellFormed(JSON.stringify({ [kind]: content }));
  const length = Buffer.byteLength(json);
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + length);
  bytes.writeUInt32BE(length, 0);
  bytes.write(json, HEADER_BYTES);
  return bytes;
}

/** Half of a character is no text; U+FFFD stands in its place. */
function wellFormed(json) {
  return json.includes("\\ud") ? json.replace(LONE_SURROGATE, "$1\\ufffd") : json;
}

function streamOf(fd) {
  try {
    return new net.Socket({ fd, readable: true, writable: false });
  } catch {
    return createReadStream("", { fd, autoClose: false }); // a file: no pipe, as in a try by hand
  }
}

function writeAll(fd, bytes) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (e) {
      if (e.code !== "EAGAIN") {
        leave(1); // nobody listens any more
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_PAUSE_MS);
    }
  }
}

module.exports = { FRAME_BYTES_MAX, Channel, frameOf, wellFormed };
