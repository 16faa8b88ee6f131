// The module "athena": loaded while no program is here, or for the first that needs it.
"use strict";

const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { existsSync } = require("./native.cjs");

/** What a program loads something with; one that has neither needs no module. */
const LOADS = /\b(?:import|require)\b/;

/** The modules of Athena are Node's own, so that there is one of each, which is connected. */
class Api {
  #calls;
  #loading;
  #index;

  /** `folder` has index.mjs and _channel.mjs; `calls` carries out what they are asked. */
  constructor(folder, calls) {
    this.folder = folder;
    this.#calls = calls;
  }

  /** What `require("athena")` returns; undefined before it is loaded. */
  get index() {
    return this.#index;
  }

  /** Loads it, once, and tells it how operations are called. */
  load() {
    this.#loading ??= this.#connect();
    return this.#loading;
  }

  /** Waits until `source` finds what it may require; what it imports waits by itself. */
  async readyFor(source) {
    if (LOADS.test(source)) {
      await this.load();
    }
  }

  async #connect() {
    const channel = join(this.folder, "_channel.mjs");
    if (!existsSync(channel)) {
      return;
    }
    const { connect } = await imported(channel);
    connect(
      async (operation, args) => this.#calls.call(operation, args),
      (done, total, message) => this.#calls.progress(done, total, message),
    );
    this.#index = await imported(join(this.folder, "index.mjs"));
  }
}

function imported(file) {
  return import(pathToFileURL(file).href);
}

module.exports = { Api, imported };
