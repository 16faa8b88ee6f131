package dev.athena.privacy;

import dev.athena.detection.SensitiveType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to open what the vault keeps, in one transaction, which records it in the audit. Only
 * {@link Reveals} and {@link Crossings} make it, and {@link SecondLook}, which shows nobody
 * anything.
 *
 * @param types what it opens
 * @param only the pseudonyms that it opens; null for all of the types
 */
record RevealGrant(
    String tenant,
    String principal,
    String purpose,
    Set<SensitiveType> types,
    @Nullable Set<Pseudonym> only) {
  RevealGrant {
    types = Set.copyOf(types);
    only = only == null ? null : Set.copyOf(only);
  }

  /** Returns whether it opens a pseudonym. */
  boolean opens(Pseudonym pseudonym) {
    return types.contains(pseudonym.type()) && (only == null || only.contains(pseudonym));
  }
}
