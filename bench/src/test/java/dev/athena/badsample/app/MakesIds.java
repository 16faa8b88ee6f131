package dev.athena.badsample.app;

import java.util.UUID;

/** Makes an id that no test can foresee. */
final class MakesIds {
  private MakesIds() {}

  static UUID make() {
    return UUID.randomUUID();
  }
}
