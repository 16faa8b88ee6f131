// refused: [UnusedVariable]
package dev.athena.sample;

import org.jspecify.annotations.NullMarked;

/** Draws a warning of Error Prone, and a warning is an error. */
@NullMarked
final class UnusedName {
  private UnusedName() {}

  static int two() {
    int three = 3;
    return 2;
  }
}
