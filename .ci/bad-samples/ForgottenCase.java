// refused: does not cover all possible input values
package dev.athena.sample;

import org.jspecify.annotations.NullMarked;

/** Forgets a case of a sealed type. */
@NullMarked
final class ForgottenCase {
  private ForgottenCase() {}

  sealed interface Answer {
    record Yes() implements Answer {}

    record No() implements Answer {}
  }

  static int count(Answer answer) {
    return switch (answer) {
      case Answer.Yes() -> 1;
    };
  }
}
