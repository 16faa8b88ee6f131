package dev.athena.store.sqlite;

import dev.athena.crypto.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of terms are spelled in the full-text index: as they are in a plain row, hashed with
 * a secret key in a sealed one, so that nobody can try out which words are there.
 */
final class TermNames {
  static final TermNames PLAIN = new TermNames(null);

  private static final byte[] DOMAIN = "term".getBytes(StandardCharsets.UTF_8);

  private final @Nullable KeyedHash hash;

  private TermNames(@Nullable KeyedHash hash) {
    this.hash = hash;
  }

  static TermNames hashedWith(KeyedHash hash) {
    return new TermNames(hash);
  }

  /** Returns how the key of a term is spelled, in letters and digits. */
  String of(long key) {
    if (hash == null) {
      return TermKey.spell(key);
    }
    byte[] name = hash.add(DOMAIN).of(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
    return TermKey.spell(ByteBuffer.wrap(name).getLong());
  }
}
