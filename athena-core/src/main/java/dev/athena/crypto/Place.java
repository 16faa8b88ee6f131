package dev.athena.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where something sealed stands. It opens there and nowhere else, so that nobody can exchange two
 * values, or give one tenant what is another's.
 *
 * @param row what names the row among those of the table and tenant
 */
public record Place(String tenant, String table, String row, String column) {
  /** Returns it as bytes, each part with its length, so that no two places are the same. */
  byte[] bytes() {
    List<byte[]> parts =
        List.of(tenant, table, row, column).stream()
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            .toList();
    ByteBuffer bytes =
        ByteBuffer.allocate(parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
    parts.forEach(part -> bytes.putInt(part.length).put(part));
    return bytes.array();
  }
}
