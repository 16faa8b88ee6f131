package dev.athena.sandbox;

import dev.athena.execution.SandboxLimits;
import dev.athena.execution.Violation;
import dev.athena.execution.Witness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a program wrote and attempted while it ran. */
final class Heard {
  /** The most hints kept of one execution; what others saw is always kept. */
  static final int HINTS_MAX = 200;

  private static final int KIB = 1_024;
  private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(100);

  private final Capture stdout;
  private final Capture stderr;
  private final StringBuilder whole = new StringBuilder();
  private final List<Violation> violations = new ArrayList<>();
  private final boolean keepWhole;
  private int hints;
  private Instant lastProgress = Instant.EPOCH;

  Heard(SandboxLimits limits, boolean keepWhole) {
    int max = limits.outputKb() * KIB;
    this.stdout = new Capture(max);
    this.stderr = new Capture(max);
    this.keepWhole = keepWhole;
  }

  void out(String text) {
    stdout.add(text);
    if (keepWhole) {
      whole.append(text);
    }
  }

  void err(String text) {
    stderr.add(text);
  }

  void note(Violation violation) {
    boolean isHint = violation.witness() == Witness.PROGRAM;
    if (!isHint || hints++ < HINTS_MAX) {
      violations.add(violation);
    }
  }

  /** Returns whether enough time went by since progress was told. */
  boolean mayTellProgress(Instant now) {
    boolean may = now.isAfter(lastProgress.plus(BETWEEN_PROGRESS));
    if (may) {
      lastProgress = now;
    }
    return may;
  }

  long bytes() {
    return stdout.bytes() + stderr.bytes();
  }

  Capture stdout() {
    return stdout;
  }

  Capture stderr() {
    return stderr;
  }

  /** Returns all that was written to the output; empty where it is not to be kept. */
  String whole() {
    return whole.toString();
  }

  List<Violation> violations() {
    return violations;
  }

  static int bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
