// One program from its source to its end.
"use strict";

const { check } = require("./checks.cjs");
const { Errors } = require("./errors.cjs");
const { beginning } = require("./output.cjs");
const { parsed, Program } = require("./program.cjs");
const { read, resultOf } = require("./values.cjs");

/** The longest result that fits a frame, even as a text all of whose characters are escaped. */
const RESULT_BYTES_MAX = 7 * 1024 * 1024;

/** So many files that are not kept are told. */
const LEFT_TOLD_MAX = 20;

const NO_RESULT = { json: "null", type: null };

/** One execution: of the program of this process, or of another that only goes the same way. */
class Execution {
  #parts;
  #run;
  #errors;
  #module;
  #syntaxError = null;
  #value;
  #settled = false;
  #ending = false;
  #cpuAtStart;

  /** `parts.leave(code)` is called at the end. */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Whether a program is here. */
  get isPrepared() {
    return this.#run !== undefined;
  }

  /** Reads the program and tells what was noticed; nothing of it runs. */
  prepare(run) {
    this.#run = run;
    const { parse, channel, output } = this.#parts;
    output.begin();
    const { ast, syntaxError } = parsed(parse, run.source);
    const findings = ast ? check(ast) : [];
    this.#syntaxError = syntaxError ?? this.#compile(run.source, ast);
    channel.send("checked", { syntax_error: this.#syntaxError, findings });
  }

  /** Runs the program. */
  start() {
    this.#cpuAtStart = process.cpuUsage();
    if (this.#syntaxError) {
      this.#failSyntax();
      return;
    }
    process.on("uncaughtException", (e) => this.#failUnless("uncaughtException", e));
    process.on("unhandledRejection", (e) => this.#failUnless("unhandledRejection", e));
    process.on("beforeExit", () => this.#drained());
    process.exit = (code) => this.#exit(code ?? process.exitCode ?? 0);
    this.#parts.channel.keepAlive(false);
    this.#evaluate().catch((e) => this.#fail(e));
  }

  /** Runs the program as `start` does, but for what the process does from then on. */
  async rehearse() {
    this.#cpuAtStart = process.cpuUsage();
    this.#parts.channel.keepAlive(false);
    await this.#evaluate();
    this.#drained();
  }

  /** Returns the syntax error that Node finds where acorn found none, or null. */
  #compile(source, ast) {
    const { root, modules } = this.#parts;
    const program = new Program(source, ast);
    this.#errors = new Errors(root, program);
    try {
      this.#module = modules.program(program.text);
      return null;
    } catch (e) {
      const { message, line } = this.#errors.describe(e);
      return { line: line ?? 1, column: 1, message };
    }
  }

  async #evaluate() {
    const { api, modules } = this.#parts;
    await api.readyFor(this.#run.source);
    await modules.link(this.#module);
    await this.#module.evaluate();
    this.#value = await this.#module.namespace.default;
    this.#settled = true;
  }

  /** Called when nothing is left to do: all that the program began has ended. */
  #drained() {
    if (!this.#settled) {
      this.#fail(
        new Error("the program waits for a promise that nothing will settle any more"),
        "UnsettledAwait",
      );
    } else if (process.exitCode) {
      this.#exit(process.exitCode);
    } else {
      this.#end({ status: "ok", value: this.#value });
    }
  }

  #exit(code) {
    if (Number(code) === 0) {
      this.#end({ status: "ok" });
    } else {
      const error = new Error(`the program ended itself with exit code ${code}`);
      this.#fail(error, "process.exit");
    }
  }

  /** Fails, unless the program itself listens for such errors. */
  #failUnless(event, error) {
    if (process.listenerCount(event) === 1) {
      this.#fail(error);
    }
  }

  #fail(thrown, type) {
    this.#parts.watch.note(thrown);
    const outOfMemory = isOutOfMemory(thrown);
    const error = this.#errors.describe(thrown);
    this.#end({
      status: outOfMemory ? "out_of_memory" : "error",
      error: type ? { ...error, type } : error,
    });
  }

  #failSyntax() {
    const { line, column, message } = this.#syntaxError;
    const traceback = `SyntaxError: ${message}\n    at program.js:${line}:${column}`;
    const error = { type: "SyntaxError", message, hint: null, code: null, traceback, line };
    this.#end({ status: "error", error });
  }

  /** Tells how the program ended, and ends the process. */
  #end({ status, value, error = null }) {
    if (this.#ending) {
      return;
    }
    this.#ending = true;
    const failure = this.#lastWords();
    if (failure && !error) {
      status = "error";
      error = this.#errors.describe(failure);
    }
    const result = error ? NO_RESULT : resultOf(value);
    const { channel, output } = this.#parts;
    const told = this.#capped(result);
    channel.endErrors();
    const files = this.#files(result, told);
    output.flush();
    channel.send("done", { status, ...told, error, ...this.#use(), ...files });
    this.#parts.leave(0);
  }

  /** Lets the program hear that it ends, as it may expect; returns what it throws then. */
  #lastWords() {
    try {
      process.emit("exit", 0);
      return undefined;
    } catch (e) {
      return e;
    }
  }

  #capped({ json, type }) {
    const max = Math.min(this.#run.result_bytes_max, RESULT_BYTES_MAX);
    const bytes = Buffer.byteLength(json);
    return bytes <= max
      ? { result: JSON.parse(json), result_bytes: null, result_type: type }
      : { result: beginning(json, max), result_bytes: bytes, result_type: type };
  }

  /** Sends what changed in the working folder; returns what is in it, and what is not kept. */
  #files({ json }, { result_bytes: tooLong }) {
    const { channel, output, workspace } = this.#parts;
    if (!this.#run.session) {
      return { files: workspace.survey(this.#run).kept.map(told), files_left: [] };
    }
    if (tooLong !== null) {
      workspace.writeWhole("result.json", json);
    }
    output.flush();
    const survey = workspace.survey(this.#run);
    return {
      files: workspace.report(survey, (kind, content) => channel.send(kind, content)),
      files_left: survey.left.slice(0, LEFT_TOLD_MAX),
    };
  }

  #use() {
    const { user, system } = process.cpuUsage(this.#cpuAtStart);
    return {
      cpu_ms: Math.round((user + system) / 1_000),
      memory_peak_kb: process.resourceUsage().maxRSS,
    };
  }
}

function told({ path, state }) {
  return { path, size: state.size };
}

function isOutOfMemory(error) {
  return (
    read(error, "code") === "ERR_MEMORY_ALLOCATION_FAILED" ||
    /^Array buffer allocation failed/.test(read(error, "message"))
  );
}

module.exports = { Execution };
