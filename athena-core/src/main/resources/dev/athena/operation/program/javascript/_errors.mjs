// What the call of an operation can fail with: a class for each code.

/** A call that failed: `message` says what was wrong with which value, `hint` what to do. */
export class AthenaError extends Error {
  static code = "internal";

  constructor(message, hint = "") {
    super(message);
    this.code = new.target.code;
    this.hint = hint;
  }

  get name() {
    return this.constructor.name;
  }

  /** When the same call can succeed, counted from the answer; undefined if that is not known. */
  get retryAfterMs() {
    return this.retry_after_ms;
  }

  toString() {
    const hint = this.hint ? ` (${this.hint})` : "";
    return `${this.name}: ${this.message}${hint}`;
  }
}

{{CLASSES}}
