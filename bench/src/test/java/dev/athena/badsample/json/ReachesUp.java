package dev.athena.badsample.json;

import dev.athena.badsample.storage.Cellar;

/** JSON may not use storage, not even as an array. */
final class ReachesUp {
  private ReachesUp() {}

  static int count(Cellar[] cellars) {
    return cellars.length;
  }
}
