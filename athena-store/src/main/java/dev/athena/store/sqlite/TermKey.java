package dev.athena.store.sqlite;

import dev.athena.index.Label;
import dev.athena.principal.Namespace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The names under which terms and labels are indexed: 64 bits of SHA-256 over the namespace, the
 * field and the term.
 *
 * <p>The namespace is part of the key, so each project has posting lists and frequencies of its own
 * and a search never touches those of another.
 */
final class TermKey {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BITS_PER_LETTER = 5;
  private static final int LETTERS = 13;
  private static final String WORDS = "word";

  private final MessageDigest digest;
  private final byte[] place;

  TermKey(Namespace namespace) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    this.place =
        (namespace.tenant() + '\0' + namespace.project() + '\0').getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the key of a word of a text. */
  long ofWord(String term) {
    return key(WORDS, term);
  }

  /** Returns the key of a label. */
  long ofLabel(Label label) {
    return key("label:" + label.field(), label.value());
  }

  /** Returns the key as the full-text index spells it, in letters and digits. */
  static String spell(long key) {
    char[] letters = new char[LETTERS];
    long rest = key;
    for (int i = 0; i < LETTERS; i++) {
      letters[i] = ALPHABET.charAt((int) (rest & 31));
      rest >>>= BITS_PER_LETTER;
    }
    return new String(letters);
  }

  private long key(String field, String term) {
    digest.update(place);
    digest.update(field.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    byte[] hash = digest.digest(term.getBytes(StandardCharsets.UTF_8));
    long key = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      key = (key << Byte.SIZE) | (hash[i] & 0xFF);
    }
    return key;
  }
}
