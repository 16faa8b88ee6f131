package dev.athena.privacy;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/** What one value is called by each version of the key; each is worked out once. For one thread. */
final class Naming {
  private final Sensitive value;
  private final String canonical;
  private final Map<PseudonymKey, byte[]> digests = new HashMap<>();
  private final Map<PseudonymKey, Pseudonym> firsts = new HashMap<>();

  /** Creates the names of a value, which its type writes as {@code canonical}. */
  Naming(Sensitive value, String canonical) {
    this.value = value;
    this.canonical = canonical;
  }

  Sensitive value() {
    return value;
  }

  /** Returns what tells the value from all others. */
  byte[] digest(PseudonymKey key) {
    return digests.computeIfAbsent(key, _ -> key.digest(value.type(), canonical));
  }

  /** Returns whether it is the value that stands in a row. */
  boolean isIn(VaultRow row, PseudonymKey key) {
    return MessageDigest.isEqual(row.digest(), digest(key));
  }

  /** Returns its pseudonym if so many attempts found that of another value. */
  Pseudonym pseudonym(PseudonymKey key, int attempt) {
    return attempt == 0
        ? firsts.computeIfAbsent(key, _ -> key.of(value.type(), canonical, 0))
        : key.of(value.type(), canonical, attempt);
  }
}
