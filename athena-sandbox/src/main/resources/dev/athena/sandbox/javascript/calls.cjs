// The operations of Athena, called by the program and answered through frames.
"use strict";

const { FRAME_BYTES_MAX, frameOf } = require("./frames.cjs");
const { plainArguments } = require("./values.cjs");

/** What was asked and not yet answered. */
class Calls {
  #channel;
  #waiting = new Map();
  #nextId = 1;

  constructor(channel) {
    this.#channel = channel;
  }

  /**
   * Returns a promise of the answer; it is rejected with `{code, message, hint, retry_after_ms}`.
   * While an answer is awaited, the process stays.
   */
  call(operation, args) {
    return new Promise((resolve, reject) => {
      let content;
      try {
        content = this.#content(operation, args);
      } catch ({ message, hint }) {
        reject({ code: "invalid_argument", message, hint });
        return;
      }
      this.#waiting.set(content.id, { resolve, reject });
      this.#channel.keepAlive(true);
      this.#channel.send("call", content);
    });
  }

  progress(done, total, message) {
    this.#channel.send("progress", {
      done: finite(done) ?? 0,
      total: finite(total),
      message: message == null ? null : String(message).slice(0, 1_000),
    });
  }

  answer({ id, value, error }) {
    const asked = this.#waiting.get(id);
    if (!asked) {
      return;
    }
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) {
      this.#channel.keepAlive(false);
    }
    if (error) {
      asked.reject(error);
    } else {
      asked.resolve(value ?? null);
    }
  }

  #content(operation, args) {
    const content = { id: this.#nextId, operation, arguments: plainArguments(args ?? {}) };
    if (frameOf("call", content).length > FRAME_BYTES_MAX) {
      const message = `the arguments have more than ${FRAME_BYTES_MAX / 1024 / 1024} MiB`;
      throw Object.assign(new RangeError(message), { hint: "send less at once" });
    }
    this.#nextId++;
    return content;
  }
}

function finite(number) {
  return Number.isFinite(number) ? number : null;
}

module.exports = { Calls };
