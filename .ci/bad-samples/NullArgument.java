// refused: [NullAway]
package dev.athena.sample;

import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** Takes what may be null for what is not. */
@NullMarked
final class NullArgument {
  private NullArgument() {}

  static int length(Map<String, String> texts) {
    return texts.get("a").length();
  }
}
