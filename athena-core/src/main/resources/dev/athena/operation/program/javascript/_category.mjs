// The folders of operations, whose files are loaded when they are first used.
import { advice, camelCase } from "./_names.mjs";

/**
 * Returns the operations of a folder; `load` imports the file of one. Asking for one that is not
 * there is an error, since calling undefined would say nothing.
 */
export function category(name, operations, load) {
  const members = {};
  for (const operation of operations) {
    const called = camelCase(operation);
    const value = {
      async [called](...given) {
        const file = await load(operation);
        return await file[called](...given);
      },
    }[called];
    Object.defineProperty(members, operation, { value, enumerable: operation === called });
    Object.defineProperty(members, called, { value, enumerable: true });
  }
  return new Proxy(members, {
    get(target, member) {
      if (member in target || typeof member === "symbol" || NEVER_MEANT.has(member)) {
        return target[member];
      }
      throw new TypeError(`${name}.${member} is not there; ${advice(member, Object.keys(target))}`);
    },
  });
}

/** Members that the language and its tools look for in any object. */
const NEVER_MEANT = new Set(["then", "toJSON", "default", "__esModule"]);
