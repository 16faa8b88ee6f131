package dev.athena.operation;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.json.Nearest;
import java.util.Collection;

/** Nothing is there in the tree of operations. */
public final class UnknownPath extends AthenaException {
  /** The most characters of a wrong path that are repeated to its sender. */
  static final int SHOWN_LENGTH_MAX = 100;

  UnknownPath(String path, Collection<String> known) {
    super(
        ErrorCode.NOT_FOUND,
        "there is nothing at \"" + shown(path) + "\"",
        Nearest.to(shown(path), known)
            .map(near -> "did you mean " + near + "?")
            .orElse("discover_apis without arguments lists the categories"));
  }

  private static String shown(String path) {
    return path.substring(0, Math.min(path.length(), SHOWN_LENGTH_MAX));
  }
}
