package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.json.Nearest;
import java.util.List;

/** No preset has that name. */
public final class UnknownPreset extends AthenaException {
  UnknownPreset(String name, List<String> names) {
    super(
        ErrorCode.NOT_FOUND,
        "there is no preset \"%s\"".formatted(name.substring(0, Math.min(name.length(), 100))),
        Nearest.hint(name, names));
  }
}
