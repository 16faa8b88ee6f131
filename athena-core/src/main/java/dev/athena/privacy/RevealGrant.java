package dev.athena.privacy;

import dev.athena.detection.SensitiveType;
import java.util.Set;

/**
 * The right to open what the vault keeps, in one transaction, which records it in the audit. Only
 * {@link Reveals} and {@link Crossings} make it, and {@link SecondLook}, which shows nobody
 * anything.
 *
 * @param types what it opens
 */
record RevealGrant(String tenant, String principal, String purpose, Set<SensitiveType> types) {
  RevealGrant {
    types = Set.copyOf(types);
  }
}
