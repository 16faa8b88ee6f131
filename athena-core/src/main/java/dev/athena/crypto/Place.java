package dev.athena.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where something sealed stands. It opens there and nowhere else, so that nobody can exchange two
 * values, or give one tenant what is another's.
 *
 * @param row what names the row among those of the table and tenant
 */
public record Place(String tenant, String table, String row, String column) {
  /** Returns it as bytes, each part with its length, so that no two places are the same. */
  byte[] bytes() {
    byte[][] parts = {utf8(tenant), utf8(table), utf8(row), utf8(column)};
    int length = 0;
    for (byte[] part : parts) {
      length += Integer.BYTES + part.length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      bytes.putInt(part.length).put(part);
    }
    return bytes.array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
