package dev.athena.privacy;

import dev.athena.storage.Store;
import java.util.List;
import java.util.Optional;

/** What stands behind pseudonyms, as one transaction sees it. */
public interface Vault extends Store {
  /** Returns the row of a pseudonym. */
  Optional<VaultRow> find(String tenant, Pseudonym pseudonym);

  /**
   * Returns the row of a pseudonym and that of the one which stands in its place since a value was
   * corrected, as far as there are any, in any order.
   */
  List<VaultRow> standing(String tenant, Pseudonym pseudonym);

  /**
   * Adds a row unless its pseudonym has one, or one with the same digest stands in its place.
   *
   * @return whether it was added
   */
  boolean add(VaultRow row);

  /** From now on {@code other} stands in place of {@code pseudonym}. */
  void addAlias(String tenant, Pseudonym pseudonym, Pseudonym other);

  /** Puts the same value sealed anew, or the one it was corrected to, in the place of a row. */
  void replace(VaultRow row);

  /** Removes the row of a pseudonym and its aliases for good; returns whether it was there. */
  boolean remove(String tenant, Pseudonym pseudonym);

  /** Returns rows in the order of their pseudonyms, after one; empty for the beginning. */
  List<VaultRow> page(String tenant, Optional<Pseudonym> after, int limit);

  /** Returns how many values of each type a tenant has. */
  List<TypeCount> count(String tenant);
}
