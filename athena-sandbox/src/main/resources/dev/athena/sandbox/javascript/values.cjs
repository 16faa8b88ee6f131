// Values of the program as JSON.
"use strict";

const { inspect, types } = require("node:util");
const { wellFormed } = require("./frames.cjs");

/** How deep a value may nest; a frame may nest a little deeper. */
const DEPTH_MAX = 90;

/** How many values one value may hold; more would take all memory before it is cut. */
const PARTS_MAX = 5_000_000;

const SHOWN = { depth: 8, maxArrayLength: 1_000, maxStringLength: 100_000, breakLength: 100 };

/** What is shown of a value that is no JSON, inside of one that is. */
const SHOWN_WITHIN = { ...SHOWN, depth: 0, breakLength: Infinity };

class NoJson extends Error {
  hint = "send text, finite numbers, true, false, null, dates, and arrays and objects of these";
}

/**
 * Returns `{json, type}`: the result as the text of a JSON value, and the name of its type where
 * only its look could be told.
 */
function resultOf(value) {
  const type = typeOfNoJson(value);
  if (type === undefined) {
    try {
      return { json: jsonOf(new Plain(shownWithin).of(value ?? null)), type: null };
    } catch {
      // A circle, more than fits, or a getter that throws.
    }
  }
  return { json: jsonOf(show(value)), type: type ?? nameOf(value) };
}

/** Returns the arguments of a call as plain JSON values, or throws where that is not possible. */
function plainArguments(args) {
  const plain = Object.create(null);
  for (const [name, argument] of Object.entries(args)) {
    const refuse = (value, why) => {
      const what = why ?? show(value, SHOWN_WITHIN).slice(0, 100);
      throw new NoJson(`${name} cannot be sent as JSON: it is or has in it ${what}`);
    };
    if (argument !== undefined) {
      plain[name] = new Plain(refuse).of(argument, name);
    }
  }
  return plain;
}

/** Returns how the language shows `value`, even if it does not want to be looked at. */
function show(value, options = SHOWN) {
  try {
    return inspect(value, options);
  } catch {
    return `[${nameOf(value)}]`;
  }
}

/** Returns the name of the type of `value`. */
function nameOf(value) {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) {
    return typeof value;
  }
  try {
    return typeof value === "function" ? "function" : (value.constructor?.name ?? "Object");
  } catch {
    return "Object";
  }
}

/** Reads a member that may throw: it belongs to the program. */
function read(object, name) {
  try {
    return object?.[name];
  } catch {
    return undefined;
  }
}

function jsonOf(plain) {
  return wellFormed(JSON.stringify(plain));
}

/** Returns the name of the type of `value` if no JSON value says the same, else undefined. */
function typeOfNoJson(value) {
  const noJson =
    ["bigint", "function", "symbol"].includes(typeof value) ||
    (typeof value === "number" && !Number.isFinite(value)) ||
    value instanceof Map ||
    value instanceof Set ||
    types.isDate(value) ||
    types.isNativeError(value) ||
    isBytes(value) ||
    isOpaque(value);
  return noJson ? nameOf(value) : undefined;
}

function isBytes(value) {
  return ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value);
}

/** Whether JSON would make an empty object of something that is not empty. */
function isOpaque(value) {
  return (
    types.isRegExp(value) ||
    types.isPromise(value) ||
    types.isGeneratorObject(value) ||
    types.isMapIterator(value) ||
    types.isSetIterator(value) ||
    types.isWeakMap(value) ||
    types.isWeakSet(value)
  );
}

function shownWithin(value, why) {
  if (why === "a circle") {
    throw new NoJson(why);
  }
  return typeof value === "number" ? String(value) : show(value, SHOWN_WITHIN);
}

/** Makes plain values; `odd(value, why)` says what stands for one that is none. */
class Plain {
  #odd;
  #parts = 0;
  #around = new Set();

  constructor(odd) {
    this.#odd = odd;
  }

  of(value, key = "") {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "undefined":
        return null;
      case "number":
        return Number.isFinite(value) ? value : this.#odd(value);
      case "bigint":
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
      case "object":
        return value === null ? null : this.#ofObject(value, key);
      default:
        return this.#odd(value);
    }
  }

  #ofObject(value, key) {
    if (this.#around.has(value)) {
      return this.#odd(value, "a circle");
    }
    if (this.#around.size >= DEPTH_MAX) {
      return this.#odd(value, `what nests more than ${DEPTH_MAX} deep`);
    }
    if (++this.#parts > PARTS_MAX) {
      throw new NoJson("more parts than can be told");
    }
    this.#around.add(value);
    const plain = this.#inside(value, key);
    this.#around.delete(value);
    return plain;
  }

  #inside(value, key) {
    if (Array.isArray(value) || value instanceof Set) {
      return this.#list(value);
    }
    if (value instanceof Map) {
      const named = [...value.keys()].every((name) => typeof name === "string");
      return named ? this.#members(value) : this.#list(value);
    }
    if (isBytes(value)) {
      const numbers = value instanceof DataView ? value.buffer : value;
      return this.#list(types.isAnyArrayBuffer(numbers) ? new Uint8Array(numbers) : numbers);
    }
    if (types.isNativeError(value)) {
      const { name, message } = value;
      return this.#members(Object.entries({ name, message, ...value }));
    }
    if (types.isBoxedPrimitive(value)) {
      return this.of(value.valueOf());
    }
    if (typeof value.toJSON === "function") {
      return this.of(value.toJSON(key));
    }
    return isOpaque(value) ? this.#odd(value) : this.#members(Object.entries(value));
  }

  #list(values) {
    return Array.from(values, (value, i) => this.of(value, String(i)));
  }

  #members(entries) {
    const members = Object.create(null); // so that no name means more than itself
    for (const [name, value] of entries) {
      if (value !== undefined) {
        members[name] = this.of(value, name);
      }
    }
    return members;
  }
}

module.exports = { resultOf, plainArguments, show, nameOf, read };
