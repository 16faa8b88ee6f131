// How the calls of operations leave this process, and their answers come back.
import { namedArguments } from "./_arguments.mjs";
import * as errors from "./_errors.mjs";

const { AthenaError, ...others } = errors;
const BY_CODE = new Map(Object.values(others).map((error) => [error.code, error]));

let send, tell;

/** Says how calls and progress get out; the runner does it before the program begins. */
export function connect(callFunction, progressFunction) {
  send = callFunction;
  tell = progressFunction;
}

/** Calls an operation with the arguments that its function was `given`. */
export async function call(operation, given) {
  const named = namedArguments(operation, given);
  try {
    return await send(operation.name, named);
  } catch (failure) {
    throw ofAnswer(failure);
  }
}

/** Tells whoever waits for the program how far it is: `progress(3, 10, "third file")`. */
export function progress(done, total, message) {
  tell(done, total, message);
}

/** Returns the error that an answer is: `{code, message, hint, retry_after_ms}`. */
function ofAnswer({ code, message, hint, retry_after_ms: later }) {
  const error = new (BY_CODE.get(code) ?? AthenaError)(message, hint ?? "");
  error.code = code;
  if (later !== undefined) {
    error.retry_after_ms = later;
  }
  return error;
}
