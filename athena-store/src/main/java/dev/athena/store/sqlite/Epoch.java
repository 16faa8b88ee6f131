package dev.athena.store.sqlite;

import dev.athena.crypto.Place;

/**
 * A time during which a tenant's rows were sealed and hashed with the same keys.
 *
 * @param tenant the tenant, or {@link Epochs#STORE}
 * @param number counted from 1
 * @param contentKey the id of the key that seals
 * @param indexVersion the version of the key that hashes
 * @param memoriesTo up to this {@code seq}, all memories are of this epoch or a later one
 * @param executionsTo likewise for executions
 */
record Epoch(
    String tenant,
    long number,
    int contentKey,
    int indexVersion,
    long memoriesTo,
    long executionsTo) {

  Epoch reached(long memoriesTo, long executionsTo) {
    return new Epoch(tenant, number, contentKey, indexVersion, memoriesTo, executionsTo);
  }

  /** Returns where its proof stands. */
  Place place() {
    return new Place(
        tenant,
        "seal",
        Binding.of(number, contentKey, indexVersion, memoriesTo, executionsTo),
        "proof");
  }
}
