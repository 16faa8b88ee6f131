package dev.athena.privacy;

import dev.athena.storage.Store;
import java.util.List;
import java.util.Optional;

/** What stands behind pseudonyms, as one transaction sees it. */
public interface Vault extends Store {
  /** Returns the row of a pseudonym. */
  Optional<VaultRow> find(String tenant, Pseudonym pseudonym);

  /**
   * Adds a row.
   *
   * @throws IllegalStateException if its pseudonym has one
   */
  void add(VaultRow row);

  /** Puts the same value sealed anew in the place of a row, if it is there. */
  void replace(VaultRow row);

  /** Removes the row of a pseudonym for good; returns whether it was there. */
  boolean remove(String tenant, Pseudonym pseudonym);

  /** Returns rows in the order of their pseudonyms, after one; empty for the beginning. */
  List<VaultRow> page(String tenant, Optional<Pseudonym> after, int limit);

  /** Returns how many values of each type a tenant has. */
  List<TypeCount> count(String tenant);
}
