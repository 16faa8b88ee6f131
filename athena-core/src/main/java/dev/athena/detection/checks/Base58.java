package dev.athena.detection.checks;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Numbers written with 58 letters and digits, and a checksum at their end. */
final class Base58 {
  static final String BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

  private static final int CHECK = 4;
  private static final BigInteger BASE = BigInteger.valueOf(58);

  private Base58() {}

  /** Returns the bytes before the checksum, or none if the checksum is wrong. */
  static byte[] checked(String text, String alphabet) {
    byte[] all = decode(text, alphabet);
    if (all.length <= CHECK) {
      return new byte[0];
    }
    byte[] body = Arrays.copyOf(all, all.length - CHECK);
    byte[] check = Arrays.copyOf(sha256(sha256(body)), CHECK);
    return Arrays.equals(check, Arrays.copyOfRange(all, body.length, all.length))
        ? body
        : new byte[0];
  }

  /** Returns the bytes, or none if a character is not of the alphabet. */
  static byte[] decode(String text, String alphabet) {
    BigInteger number = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = alphabet.indexOf(text.charAt(i));
      if (digit < 0) {
        return new byte[0];
      }
      number = number.multiply(BASE).add(BigInteger.valueOf(digit));
      zeros += digit == 0 && zeros == i ? 1 : 0;
    }
    byte[] magnitude = number.signum() == 0 ? new byte[0] : number.toByteArray();
    int sign = magnitude.length > 0 && magnitude[0] == 0 ? 1 : 0;
    byte[] bytes = new byte[zeros + magnitude.length - sign];
    System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
