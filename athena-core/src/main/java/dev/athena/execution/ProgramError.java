package dev.athena.execution;

import dev.athena.json.Doc;
import org.jspecify.annotations.Nullable;

/** Why a program did not come to its end. */
public record ProgramError(
    @Doc("The code of an operation that failed, or of the limit that ended the program.")
        @Nullable String code,
    @Doc("The type of the exception, as the language calls it.") @Nullable String type,
    String message,
    @Doc("What to do about it.") @Nullable String hint,
    @Doc("Where it happened, in the program's own lines.") @Nullable String traceback,
    @Doc("The line of the program.") @Nullable Integer line) {

  /** Returns an error that is no exception of the program. */
  public static ProgramError of(String code, String message, String hint) {
    return new ProgramError(code, null, message, hint, null, null);
  }
}
