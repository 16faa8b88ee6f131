package dev.athena.operation;

import dev.athena.error.AthenaException;

/** One of many items was refused, so nothing of the call was stored. */
final class RefusedItem extends AthenaException {
  /**
   * Says of which item {@code refused} speaks, and keeps its code and hint.
   *
   * @param path where the item stands in the call, such as {@code items[3]}
   */
  RefusedItem(String path, AthenaException refused) {
    super(refused.code(), message(path, refused.problem()), refused.hint(), refused);
  }

  private static String message(String path, String problem) {
    return (problem.startsWith(path) ? problem : path + ": " + problem) + "; nothing was stored";
  }
}
