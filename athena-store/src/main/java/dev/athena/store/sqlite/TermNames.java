package dev.athena.store.sqlite;

import dev.athena.crypto.KeyedHash;
import dev.athena.crypto.KeyedNumbers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of terms are spelled in the full-text index: as they are in a plain row, hashed with
 * a secret key in a sealed one, so that nobody can try out which words are there.
 */
final class TermNames {
  static final TermNames PLAIN = new TermNames(null);

  private static final byte[] PURPOSE = "term".getBytes(StandardCharsets.UTF_8);

  private final @Nullable KeyedNumbers hidden;

  private TermNames(@Nullable KeyedNumbers hidden) {
    this.hidden = hidden;
  }

  /** Returns the names that a secret key gives; they have a key of their own, drawn from it. */
  static TermNames hashedWith(KeyedHash hash) {
    return new TermNames(new KeyedNumbers(hash.of(PURPOSE)));
  }

  /** Returns how the key of a term is spelled, in letters and digits. */
  String of(long key) {
    return TermKey.spell(ofAll(key)[0]);
  }

  /** Returns what is spelled for keys, in their order. */
  long[] ofAll(long... keys) {
    return hidden == null ? keys : hidden.of(keys);
  }
}
