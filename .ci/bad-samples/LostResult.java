// refused: [ReturnValueIgnored]
package dev.athena.sample;

import org.jspecify.annotations.NullMarked;

/** Throws a result away, which Error Prone calls an error. */
@NullMarked
final class LostResult {
  private LostResult() {}

  static void shout(String text) {
    text.strip();
  }
}
