// The arguments of functions, which may be given one after the other or by their names.
import { InvalidArgument } from "./_errors.mjs";
import { advice, camelCase, snakeCase } from "./_names.mjs";

/**
 * Returns the arguments of an operation by their names on the wire.
 *
 * They are given in the order of the parameters, and the last of them may be a plain object with
 * the names of parameters that are still open. Where a parameter takes an object itself, an object
 * is its value unless all its keys are such names.
 */
export function namedArguments({ name, parameters, objects }, given) {
  const own = camelCase(name.slice(name.lastIndexOf(".") + 1));
  const last = given.length - 1;
  const open = parameters.slice(Math.max(last, 0));
  const byName = isPlain(given[last]) && isNamed(given[last], open, objects);
  const inOrder = byName ? given.length - 1 : given.length;
  if (inOrder > parameters.length) {
    const list = parameters.map(camelCase).join(", ");
    throw new InvalidArgument(
      `${own} takes ${parameters.length} arguments, ${inOrder} were given`,
      `call ${own}(${list}), or give an object with these names`,
    );
  }
  const named = Object.create(null);
  for (let i = 0; i < inOrder; i++) {
    put(named, parameters[i], given[i], objects);
  }
  if (byName) {
    for (const [key, value] of Object.entries(given[last])) {
      put(named, nameOf(key, { own, parameters, named }), value, objects);
    }
  }
  return named;
}

/** Returns whether `object`, the last argument, holds arguments and is none itself. */
function isNamed(object, open, objects) {
  if (!Object.hasOwn(objects, open[0] ?? "")) {
    return true;
  }
  const keys = Object.keys(object);
  return keys.length > 0 && keys.every((key) => open.includes(snakeCase(key)));
}

function nameOf(key, { own, parameters, named }) {
  const name = snakeCase(key);
  if (!parameters.includes(name)) {
    throw new InvalidArgument(
      `${own} has no parameter "${key}"`,
      advice(key, parameters.map(camelCase)),
    );
  }
  if (name in named) {
    throw new InvalidArgument(`${own} was given "${key}" twice`, "give each argument once");
  }
  return name;
}

/** Adds an argument, unless it is left open. */
function put(named, name, value, objects) {
  if (value !== undefined && value !== null) {
    named[name] = isPlain(value) ? withKnownNames(value, objects[name] ?? []) : value;
  }
}

/** Returns an object in which members that the operation documents have their names on the wire. */
function withKnownNames(object, members) {
  const known = (key) => {
    const name = snakeCase(key);
    return members.includes(name) && !Object.hasOwn(object, name) ? name : key;
  };
  const renamed = Object.entries(object).map(([key, value]) => [known(key), value]);
  return Object.fromEntries(renamed);
}

function isPlain(value) {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
