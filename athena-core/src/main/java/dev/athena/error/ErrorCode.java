package dev.athena.error;

import java.util.Locale;

/** The stable names of failures. A name, once released, keeps its meaning. */
public enum ErrorCode {
  /** The request can never succeed as sent. */
  INVALID_ARGUMENT(Blame.CALLER),
  /** The thing does not exist, or the caller may not learn that it does. */
  NOT_FOUND(Blame.CALLER),
  /** No procedure has that name or version. */
  PROCEDURE_NOT_FOUND(Blame.CALLER),
  /** The query cannot be understood. */
  QUERY_ERROR(Blame.CALLER),
  /** The thing changed or exists already in another form. */
  CONFLICT(Blame.CALLER),
  /** The caller lacks the grant. */
  PERMISSION_DENIED(Blame.CALLER),
  /** Too many calls; the same call succeeds later. */
  RATE_LIMITED(Blame.LIMIT),
  /** The time allowed ran out. */
  TIMEOUT(Blame.LIMIT),
  /** No sandbox can be had on this machine, so no code runs. */
  SANDBOX_UNAVAILABLE(Blame.ATHENA),
  /** The policy refuses this code. */
  CODE_REJECTED(Blame.CALLER),
  /** A quota is used up. */
  QUOTA_EXCEEDED(Blame.LIMIT),
  /** Athena is at fault. */
  INTERNAL(Blame.ATHENA);

  /** Who has to act before a retry makes sense. */
  public enum Blame {
    CALLER,
    LIMIT,
    ATHENA
  }

  private final Blame blame;

  ErrorCode(Blame blame) {
    this.blame = blame;
  }

  /** Returns who has to act. */
  public Blame blame() {
    return blame;
  }

  /** Returns the name used on the wire, such as {@code invalid_argument}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
