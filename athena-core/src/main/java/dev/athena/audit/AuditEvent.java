package dev.athena.audit;

import dev.athena.error.Characters;
import dev.athena.json.JsonObject;
import java.time.Instant;

/**
 * One thing that was done, or refused.
 *
 * @param principal who did it
 * @param target what it was done to: an id, or the name of an operation
 * @param reason why, in the words of who did it; empty if nobody asked
 * @param details names and numbers, never a value that has a pseudonym
 */
public record AuditEvent(
    Instant at,
    String tenant,
    String principal,
    AuditAction action,
    AuditOutcome outcome,
    String target,
    String reason,
    JsonObject details) {
  /** The longest reason, in characters; the rest is left out. */
  public static final int REASON_LENGTH_MAX = 1_000;

  public AuditEvent {
    reason = Characters.first(reason, REASON_LENGTH_MAX);
  }
}
