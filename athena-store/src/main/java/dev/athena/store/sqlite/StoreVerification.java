package dev.athena.store.sqlite;

import java.util.List;

/**
 * What a look at every value of a store found.
 *
 * @param rows how many rows were looked at
 * @param plain how many of them are not sealed, in a store that is to be
 * @param damage what is not as it was written, one line each, the first ones; empty if all is well
 */
public record StoreVerification(long rows, long plain, List<String> damage) {
  /** How many lines of damage are kept. */
  public static final int DAMAGE_MAX = 100;

  public StoreVerification {
    damage = List.copyOf(damage);
  }
}
