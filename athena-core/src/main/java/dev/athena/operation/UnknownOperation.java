package dev.athena.operation;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.json.Nearest;
import java.util.Collection;

/** There is no operation of that name. */
public final class UnknownOperation extends AthenaException {
  UnknownOperation(String name, Collection<String> known) {
    super(
        ErrorCode.NOT_FOUND,
        "there is no operation \"" + name.substring(0, Math.min(name.length(), 100)) + "\"",
        Nearest.to(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("discover_apis lists them"));
  }
}
