// The streams of the program: what it writes becomes `out` and `err` frames, in order.
"use strict";

const { Readable, Writable } = require("node:stream");
const { StringDecoder } = require("node:string_decoder");

/** So many lines are sent at once each; then they wait for one another. */
const SINGLE_LINES_MAX = 1_000;

/** So many characters wait for one another at most. */
const PENDING_LENGTH_MAX = 16 * 1024;

/** The longest text of one frame, in characters. */
const PIECE_LENGTH_MAX = 256 * 1024;

/** How long a line waits for others, in milliseconds. */
const PENDING_MS_MAX = 20;

/** What a program writes. Athena counts it, and ends who writes more than allowed. */
class Output {
  #channel;
  #open = false;
  #kind = "out";
  #pending = "";
  #lines = 0;
  #sentAt = 0;
  #timer;

  constructor(channel) {
    this.#channel = channel;
  }

  /** Lets output out from now on; what was written before is lost. */
  begin() {
    this.#open = true;
  }

  /** Takes the place of the streams of this process. */
  takeStreams() {
    const empty = new Readable({ read() {} });
    empty.push(null);
    const stdout = this.#stream("out", 1);
    const stderr = this.#stream("err", 2);
    for (const [name, stream] of Object.entries({ stdout, stderr, stdin: empty })) {
      Object.defineProperty(process, name, { value: stream, configurable: true, writable: true });
    }
  }

  write(kind, text) {
    if (!this.#open || text === "") {
      return;
    }
    if (kind !== this.#kind) {
      this.flush();
      this.#kind = kind;
    }
    this.#pending += text;
    this.#sendIfDue();
  }

  /** Sends what still waits. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#pending;
    this.#pending = "";
    this.#sentAt = now();
    for (let at = 0; at < text.length; at += PIECE_LENGTH_MAX) {
      this.#channel.send(this.#kind, { text: text.slice(at, at + PIECE_LENGTH_MAX) });
    }
  }

  #sendIfDue() {
    const lineEnded = this.#pending.endsWith("\n");
    const few = this.#lines < SINGLE_LINES_MAX;
    if (lineEnded) {
      this.#lines++;
    }
    const waited = now() - this.#sentAt >= PENDING_MS_MAX;
    if ((lineEnded && (few || waited)) || this.#pending.length >= PENDING_LENGTH_MAX) {
      this.flush();
    } else {
      // A timer alone would not do: it comes to nothing in a loop that never yields.
      this.#timer ??= setTimeout(() => this.flush(), PENDING_MS_MAX).unref();
    }
  }

  #stream(kind, fd) {
    const decoder = new StringDecoder("utf8");
    const stream = new Writable({
      decodeStrings: false,
      write: (chunk, _encoding, done) => {
        this.write(kind, typeof chunk === "string" ? chunk : decoder.write(chunk));
        done();
      },
    });
    return Object.assign(stream, { fd, isTTY: false });
  }
}

/** Milliseconds of this process. `performance.now` would load a dozen modules when first called. */
function now() {
  return process.uptime() * 1_000;
}

/** Returns the beginning of `text` that has at most `bytes` in UTF-8. */
function beginning(text, bytes) {
  const all = Buffer.from(text);
  if (all.length <= bytes) {
    return text;
  }
  let end = Math.max(0, bytes);
  while (end > 0 && (all[end] & 0xc0) === 0x80) {
    end--;
  }
  return all.toString("utf8", 0, end);
}

module.exports = { Output, beginning };
