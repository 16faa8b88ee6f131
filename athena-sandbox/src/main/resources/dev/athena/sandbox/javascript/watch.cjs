// Tells Athena what the sandbox denied, also where the program catches the error. It is a hint: a
// program can get around it, and is none the freer for that.
"use strict";

const { EventEmitter } = require("node:events");
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const net = require("node:net");
const { isSecret } = require("./secrets.cjs");
const { read } = require("./values.cjs");

const HINTS_MAX = 200;
const TARGET_LENGTH_MAX = 500;

const DENIED_FILE = new Set(["EACCES", "EPERM", "EROFS"]);
const DENIED_NETWORK = new Set(["ENETUNREACH", "EAI_AGAIN", "EACCES", "EPERM", "EAFNOSUPPORT"]);
const DENIED_PROCESS = new Set(["EACCES", "EPERM", "EAGAIN", "ENOSYS"]);
const NETWORK_CALL =
  /^(connect|bind|listen|send|socket|getaddrinfo|getnameinfo|query[A-Z]\w*|addMembership)$/;

/** Functions of node:fs that take no path, or that fail for other reasons. */
const NOT_WATCHED = /^(close|fsync|fdatasync|_|watch|unwatch|Stats|Dir|Read|Write|File|promises)/;

/** Returns `{kind, action, target}` if `error` says that something was denied, else undefined. */
function denied(error) {
  const code = read(error, "code");
  if (typeof code !== "string") {
    return undefined;
  }
  if (code === "ERR_ACCESS_DENIED") {
    return refusedByNode(error);
  }
  const action = String(error.syscall ?? "");
  if (NETWORK_CALL.test(action)) {
    return DENIED_NETWORK.has(code) ? { kind: "network", action, target: host(error) } : undefined;
  }
  if (action.startsWith("spawn") || action === "fork") {
    const target = String(error.path ?? action);
    return DENIED_PROCESS.has(code) ? { kind: "process", action: "spawn", target } : undefined;
  }
  return deniedFile(error, action);
}

function refusedByNode({ permission = "", resource }) {
  const kind = permission.startsWith("FileSystem") ? "filesystem" : "process";
  return { kind, action: permission, target: String(resource ?? permission) };
}

function deniedFile({ code, path, dest }, action) {
  const target = typeof path === "string" ? path : dest;
  const hidden = (code === "ENOENT" || code === "ENOTDIR") && isSecret(target);
  return typeof target === "string" && (DENIED_FILE.has(code) || hidden)
    ? { kind: "filesystem", action: action || "open", target }
    : undefined;
}

function host({ address, hostname, port }) {
  const name = String(hostname ?? address ?? "");
  return port ? `${name}:${port}` : name;
}

/** Watches the modules of Node that reach outside. */
class Watch {
  #tell;
  #told = new Set();
  #loaded = new Set();

  /** `tell(hint)` is called once for each target. */
  constructor(tell) {
    this.#tell = tell;
  }

  /** Watches what is always loaded. */
  begin() {
    this.#wrapAll(fs, Object.keys(fs).filter((name) => !NOT_WATCHED.test(name)));
    this.#wrapAll(fs.promises, Object.keys(fs.promises));
    this.#beforeCall(net.Socket.prototype, "_destroy", (error) => this.note(error));
    this.#watchEvents(net.Server.prototype);
    syncBuiltinESMExports();
  }

  /** Watches `module`, called `name`, which the program is loading, from now on. */
  loaded(name, module) {
    if (this.#loaded.has(name)) {
      return;
    }
    this.#loaded.add(name);
    if (name === "child_process") {
      this.#wrapAll(module, ["execSync", "execFileSync", "spawnSync", "spawn"]);
      this.#watchEvents(module.ChildProcess.prototype);
    } else if (name === "dns" || name === "dns/promises") {
      this.#wrapAll(module, Object.keys(module).filter((key) => /^(lookup|resolve)/.test(key)));
    } else if (name === "dgram") {
      this.#watchEvents(module.Socket.prototype);
      this.#wrapAll(module.Socket.prototype, ["send"]);
    } else if (name === "worker_threads") {
      this.#watchEvents(module.Worker.prototype);
    }
    if (name === "dns") {
      this.loaded("dns/promises", module.promises);
    }
    syncBuiltinESMExports();
  }

  /** Tells of `error` if it says that something was denied, and of what caused it. */
  note(error) {
    const hint = denied(error);
    const key = hint && `${hint.kind} ${hint.target}`;
    if (hint && !this.#told.has(key) && this.#told.size < HINTS_MAX) {
      this.#told.add(key);
      this.#tell({ ...hint, target: hint.target.slice(0, TARGET_LENGTH_MAX) });
    }
    const errors = read(error, "errors");
    const inner = [read(error, "cause"), ...(Array.isArray(errors) ? errors : [])];
    inner.filter((cause) => read(cause, "code") && cause !== error).forEach((e) => this.note(e));
  }

  #wrapAll(module, names) {
    for (const name of names) {
      const original = module[name];
      if (typeof original === "function" && !/^class\b/.test(String(original).slice(0, 6))) {
        module[name] = this.#wrapped(original);
      }
    }
  }

  /** Returns a function that does what `original` does, whichever way it tells of an error. */
  #wrapped(original) {
    const watch = this;
    function watched(...args) {
      const here = new Error();
      const last = args.length - 1;
      if (typeof args[last] === "function") {
        args[last] = watch.#noting(args[last]);
      }
      let value;
      try {
        value = Reflect.apply(original, this, args);
      } catch (e) {
        watch.note(e);
        throw e;
      }
      if (value instanceof Promise) {
        return value.catch((e) => {
          watch.note(e);
          throw placed(e, here);
        });
      }
      if (value?.error instanceof Error) {
        watch.note(value.error); // as spawnSync tells it
      }
      return value;
    }
    return likeness(watched, original);
  }

  #noting(callback) {
    const watch = this;
    return function (...args) {
      if (args[0] instanceof Error) {
        watch.note(args[0]);
      }
      return Reflect.apply(callback, this, args);
    };
  }

  #beforeCall(prototype, name, before) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      before(...args);
      return Reflect.apply(original, this, args);
    };
  }

  /** Looks at errors as they are emitted; a listener would make them look handled. */
  #watchEvents(prototype) {
    const watch = this;
    prototype.emit = function (event, ...args) {
      if (event === "error") {
        watch.note(args[0]);
      }
      return Reflect.apply(EventEmitter.prototype.emit, this, [event, ...args]);
    };
  }
}

/** Gives an error of node:fs/promises, which comes without any place, the one of the call. */
function placed(error, here) {
  if (error instanceof Error && !/\n\s+at (?!.*node:)/.test(error.stack)) {
    error.stack += here.stack.slice(here.stack.indexOf("\n"));
  }
  return error;
}

/** Gives `copy` the name, the length and the members (such as util.promisify's) of `original`. */
function likeness(copy, original) {
  return Object.defineProperties(copy, {
    ...Object.getOwnPropertyDescriptors(original),
    prototype: { value: original.prototype, writable: true },
  });
}

module.exports = { denied, Watch };
