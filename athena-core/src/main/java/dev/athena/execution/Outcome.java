package dev.athena.execution;

import dev.athena.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a program.
 *
 * @param result the value of its last expression, or its beginning as text; null if there is none
 * @param notes what was cut or changed on the way, each a sentence
 * @param truncated something that the program told is not here in full
 */
public record Outcome(
    Status status,
    @Nullable Json result,
    CapturedText stdout,
    CapturedText stderr,
    @Nullable ProgramError error,
    List<WorkingFile> files,
    List<Violation> violations,
    List<String> notes,
    boolean truncated,
    ResourceUse use) {
  public Outcome {
    files = List.copyOf(files);
    violations = List.copyOf(violations);
    notes = List.copyOf(notes);
  }

  /** Returns the same with other violations. */
  Outcome with(List<Violation> seen) {
    return new Outcome(status, result, stdout, stderr, error, files, seen, notes, truncated, use);
  }

  /** Returns the outcome of a program that was not run. */
  public static Outcome rejected(ProgramError why) {
    return new Outcome(
        Status.REJECTED,
        null,
        CapturedText.NOTHING,
        CapturedText.NOTHING,
        why,
        List.of(),
        List.of(),
        List.of(),
        false,
        ResourceUse.NONE);
  }
}
