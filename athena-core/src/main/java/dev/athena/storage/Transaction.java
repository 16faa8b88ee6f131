package dev.athena.storage;

/** One unit of reading or writing; all stores of it see the same state. */
public interface Transaction {
  /**
   * Returns the store of that type.
   *
   * @throws IllegalArgumentException if this storage has no such store
   */
  <S extends Store> S store(Class<S> type);
}
