package dev.athena.privacy;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;

/**
 * What somebody wants to see, and why.
 *
 * @param purpose that of the permission it is to be seen with
 * @param reason in a sentence, for the audit
 * @param target the id of what holds the pseudonyms
 */
public record RevealRequest(String purpose, String reason, String target) {
  /** The longest purpose, in characters. */
  public static final int PURPOSE_LENGTH_MAX = 100;

  /** The shortest reason: a letter tells nobody anything. */
  public static final int REASON_LENGTH_MIN = 5;

  /** The longest reason, in characters. */
  public static final int REASON_LENGTH_MAX = 1_000;

  public RevealRequest {
    purpose = purpose.strip();
    reason = reason.strip();
    check("purpose", purpose, 1, PURPOSE_LENGTH_MAX);
    check("reason", reason, REASON_LENGTH_MIN, REASON_LENGTH_MAX);
  }

  private static void check(String what, String text, int min, int max) {
    int length = Characters.count(text);
    if (length < min || length > max) {
      throw new InvalidArgument(
          "%s has %,d characters".formatted(what, length),
          "say in %d to %,d characters; it is kept in the audit".formatted(min, max));
    }
  }
}
