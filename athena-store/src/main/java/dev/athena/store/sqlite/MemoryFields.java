package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.crypto.SealBroken;
import dev.athena.memory.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is in the column {@code fields} of a memory. Sealed, it holds the identity too, of which the
 * column of that name has just a hash: 1 byte that tells whether there is one, its 32, the JSON.
 */
record MemoryFields(@Nullable Identity identity, String json) {
  private static final int IDENTITY_BYTES = 32;

  /** Returns what the column is to hold. */
  Object seal(MemoryColumns columns, Seals seals) {
    if (!seals.isOn()) {
      return json;
    }
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    byte[] named = bytes(identity);
    int size = 1 + (named == null ? 0 : IDENTITY_BYTES) + text.length;
    ByteBuffer plain = ByteBuffer.allocate(size).put((byte) (named == null ? 0 : 1));
    if (named != null) {
      plain.put(named);
    }
    return seals.seal(columns.fields(), plain.put(text).array());
  }

  /**
   * Opens what the column holds.
   *
   * @throws SealBroken if the row is not what was written
   */
  static MemoryFields open(
      MemoryColumns columns, long epoch, @Nullable Object stored, Seals seals) {
    Place place = columns.fields();
    if (epoch == Seals.PLAIN) {
      return new MemoryFields(
          columns.identity() instanceof byte[] there
              ? new Identity(HexFormat.of().formatHex(there))
              : null,
          seals.text(place, epoch, stored));
    }
    if (!(stored instanceof byte[] sealed)) {
      throw new SealBroken(place, null);
    }
    ByteBuffer plain = ByteBuffer.wrap(seals.bytes(place, epoch, sealed));
    Identity identity = null;
    if (plain.get() == 1) {
      byte[] named = new byte[IDENTITY_BYTES];
      plain.get(named);
      identity = new Identity(HexFormat.of().formatHex(named));
    }
    return new MemoryFields(identity, StandardCharsets.UTF_8.decode(plain).toString());
  }

  /** Returns an identity as bytes. */
  static byte @Nullable [] bytes(@Nullable Identity identity) {
    return identity == null ? null : HexFormat.of().parseHex(identity.sha256());
  }
}
