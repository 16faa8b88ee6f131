package dev.athena.badsample.app;

import java.util.Random;

/** Rolls dice that no test can load. */
final class RollsDice {
  private RollsDice() {}

  static int roll() {
    return new Random().nextInt(6);
  }
}
