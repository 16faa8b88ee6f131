// refused: found raw type
package dev.athena.sample;

import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Draws a warning of the compiler itself, and a warning is an error. */
@NullMarked
final class RawType {
  private RawType() {}

  static int size(List list) {
    return list.size();
  }
}
