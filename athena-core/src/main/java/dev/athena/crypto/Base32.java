package dev.athena.crypto;

import dev.athena.error.InvalidArgument;
import java.io.ByteArrayOutputStream;

/**
 * Bytes in symbols that people can read aloud and type: Crockford's base 32. Reading takes small
 * letters, O for 0, I and L for 1, and passes over spaces and hyphens.
 */
final class Base32 {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;

  private Base32() {}

  static String write(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte each : bytes) {
      buffer = (buffer << Byte.SIZE) | (each & 0xFF);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(SYMBOLS.charAt(buffer >> bits & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(SYMBOLS.charAt(buffer << (BITS - bits) & 31));
    }
    return text.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws InvalidArgument if there is a symbol in it that is none
   */
  static byte[] read(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int at = 0; at < text.length(); at++) {
      char symbol = text.charAt(at);
      if (Character.isWhitespace(symbol) || symbol == '-') {
        continue;
      }
      buffer = (buffer << BITS) | valueOf(symbol);
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.write(buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    if (bits >= BITS || buffer != 0) {
      throw new InvalidArgument(
          "a share has a symbol too much, or its last one is wrong", "copy it again");
    }
    return bytes.toByteArray();
  }

  private static int valueOf(char symbol) {
    char meant =
        switch (Character.toUpperCase(symbol)) {
          case 'O' -> '0';
          case 'I', 'L' -> '1';
          default -> Character.toUpperCase(symbol);
        };
    int value = SYMBOLS.indexOf(meant);
    if (value < 0) {
      throw new InvalidArgument(
          "a share holds a character that no share has", "copy it again, symbol by symbol");
    }
    return value;
  }
}
