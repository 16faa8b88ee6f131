// Loads what a program imports: modules of Node, the API of Athena, files of the working folder.
"use strict";

const Module = require("node:module");
const { createRequire, isBuiltin } = Module;
const { dirname, extname, join, resolve } = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");
const vm = require("node:vm");
const { imported } = require("./api.cjs");
const { lstatSync, readFileSync } = require("./native.cjs");
const { parsed } = require("./program.cjs");

/** The name of a program in the places that errors tell. */
const PROGRAM = "program.js";

const API = /^athena(?:\/([\w/-]+))?$/;
const EXTENSIONS = ["", ".mjs", ".js", ".cjs", ".json"];

/** The modules of one program. */
class Modules {
  #parse;
  #root;
  #api;
  #watch;
  #loaded = new Map();
  #linking = Promise.resolve();

  /** `root` is the working folder, `api` has the modules of Athena, `parse` is acorn's. */
  constructor(root, api, watch, parse) {
    this.#parse = parse;
    this.#root = root;
    this.#api = api;
    this.#watch = watch;
  }

  /** Gives the program `require`, as programs that are no modules expect it. */
  giveRequire() {
    hideOwn();
    const load = Module._load;
    Module._load = (request, ...rest) => {
      if (request === "athena" && this.#api.index) {
        return this.#api.index;
      }
      const loaded = load(request, ...rest);
      if (isBuiltin(request)) {
        this.#watch.loaded(withoutScheme(request), loaded);
      }
      return loaded;
    };
    const require = createRequire(join(this.#root, PROGRAM));
    const module = { exports: {}, filename: join(this.#root, PROGRAM), require };
    require.main = module;
    const given = { require, module, exports: module.exports };
    Object.assign(globalThis, given, { __filename: module.filename, __dirname: this.#root });
  }

  /** Returns the module of the program; throws a SyntaxError if it is none. */
  program(text) {
    return this.#source(text, PROGRAM, join(this.#root, PROGRAM));
  }

  /** Links `module`; one at a time, since graphs that share modules would disturb each other. */
  link(module) {
    const linked = this.#linking.then(async () => {
      if (module.status === "unlinked") {
        await module.link((specifier, referrer) => this.#load(specifier, referrer));
      }
    });
    this.#linking = linked.catch(() => {});
    return linked;
  }

  async #import(specifier, referrer) {
    const module = await this.#load(specifier, referrer);
    await this.link(module);
    if (module.status !== "evaluating") {
      await module.evaluate();
    }
    return module;
  }

  #load(specifier, referrer) {
    const base = resolve(this.#root, referrer?.identifier ?? PROGRAM);
    const { key, make } = this.#resolve(specifier, base);
    if (!this.#loaded.has(key)) {
      this.#loaded.set(key, make());
    }
    return this.#loaded.get(key);
  }

  /** Returns the key of a module and how it is made. */
  #resolve(specifier, base) {
    const api = API.exec(specifier);
    if (api) {
      return this.#partOfApi(specifier, join(this.#api.folder, api[1] ?? ""));
    }
    if (isBuiltin(specifier)) {
      const key = `node:${withoutScheme(specifier)}`;
      return { key, make: () => this.#builtin(key) };
    }
    const path = isPath(specifier) ? this.#file(specifier, base) : installed(specifier, base);
    if (path === undefined) {
      throw notFound(specifier);
    }
    if (path.startsWith(join(this.#api.folder, "/"))) {
      return this.#partOfApi(specifier, path);
    }
    return { key: path, make: async () => this.#ofFile(path) };
  }

  #partOfApi(specifier, path) {
    const file = [path, `${path}.mjs`, join(path, "index.mjs")].find(isFile);
    if (file === undefined) {
      throw notFound(specifier);
    }
    const make = async () => {
      await this.#api.load();
      return synthetic(file, await imported(file));
    };
    return { key: file, make };
  }

  async #builtin(name) {
    const namespace = await import(name);
    this.#watch.loaded(withoutScheme(name), namespace.default);
    return synthetic(name, namespace);
  }

  #file(specifier, base) {
    const path = specifier.startsWith("file:")
      ? fileURLToPath(specifier)
      : resolve(dirname(base), decodeURIComponent(specifier));
    return EXTENSIONS.map((extension) => path + extension).find(isFile);
  }

  #ofFile(path) {
    const extension = extname(path);
    if (extension === ".json") {
      return synthetic(path, { default: JSON.parse(readFileSync(path, "utf8")) });
    }
    if (extension === ".cjs" || extension === ".node") {
      return required(path);
    }
    const text = readFileSync(path, "utf8");
    if (extension === ".js" && isCommonJs(text)) {
      return required(path);
    }
    try {
      return this.#source(text, path, path);
    } catch (e) {
      throw placed(e, path, parsed(this.#parse, text).syntaxError);
    }
  }

  #source(text, identifier, path) {
    return new vm.SourceTextModule(text, {
      identifier,
      initializeImportMeta: (meta) => {
        meta.url = pathToFileURL(path).href;
        Object.assign(meta, { filename: path, dirname: dirname(path) });
      },
      importModuleDynamically: (specifier, referrer) => this.#import(specifier, referrer),
    });
  }
}

/** A program finds none of the runner among what is loaded. */
function hideOwn() {
  Object.keys(Module._cache).forEach((file) => delete Module._cache[file]);
  process.mainModule = undefined;
}

function withoutScheme(name) {
  return name.replace(/^node:/, "");
}

function isPath(specifier) {
  return /^(\.{0,2}\/|\.{1,2}$|file:)/.test(specifier);
}

function isFile(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What a program itself put into a folder `node_modules`. */
function installed(specifier, base) {
  try {
    return createRequire(base).resolve(specifier);
  } catch {
    return undefined;
  }
}

/** A file `.js` may be of either kind; a module says so by what it imports or exports. */
function isCommonJs(text) {
  const isModule = /^\s*(import|export)\b/m.test(text);
  return !isModule && /\bmodule\.exports\b|\bexports\.\w|\brequire\(/.test(text);
}

function required(path) {
  const exported = createRequire(path)(path);
  const members = typeof exported === "object" && exported !== null ? exported : {};
  return synthetic(path, { ...members, default: exported });
}

function synthetic(identifier, namespace) {
  const names = Object.keys(namespace);
  const fill = function () {
    names.forEach((name) => this.setExport(name, namespace[name]));
  };
  return new vm.SyntheticModule(names, fill, { identifier });
}

/** Adds where a file is faulty, which Node does not tell. */
function placed(error, path, fault) {
  if (fault) {
    const [head, ...frames] = error.stack.split("\n");
    error.stack = [head, `    at ${path}:${fault.line}:${fault.column}`, ...frames].join("\n");
  }
  return error;
}

function notFound(specifier) {
  const error = new Error(`Cannot find module '${specifier}'`);
  return Object.assign(error, { code: "ERR_MODULE_NOT_FOUND", specifier });
}

module.exports = { PROGRAM, Modules };
