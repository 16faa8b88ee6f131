package dev.athena.execution;

import dev.athena.error.Characters;
import dev.athena.json.Doc;
import java.time.Instant;

/** Something a program attempted that its sandbox does not allow. */
public record Violation(
    ViolationKind kind,
    Severity severity,
    @Doc("Who saw it; what only the program's own process tells is a hint.") Witness witness,
    @Doc("What was attempted, such as open or connect.") String action,
    @Doc("On what: a path, a host, a limit.") String target,
    @Doc("When it was seen.") Instant at) {
  /** The longest target kept, in characters. */
  public static final int TARGET_LENGTH_MAX = 500;

  public Violation {
    if (Characters.count(target) > TARGET_LENGTH_MAX) {
      target = Characters.first(target, TARGET_LENGTH_MAX - 1) + "…";
    }
  }
}
