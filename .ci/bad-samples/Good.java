// passes
package dev.athena.sample;

import org.jspecify.annotations.NullMarked;

/** Breaks no rule. */
@NullMarked
final class Good {
  private Good() {}

  static int length(String text) {
    return text.length();
  }
}
