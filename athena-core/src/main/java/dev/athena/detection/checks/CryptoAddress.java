package dev.athena.detection.checks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Addresses of cryptocurrencies that carry a checksum. */
public final class CryptoAddress {
  /** The shortest address that is known here. */
  public static final int LENGTH_MIN = 25;

  /** The longest address that is known here. */
  public static final int LENGTH_MAX = 110;

  private static final int ETHEREUM_LENGTH = 42;
  private static final int MONERO_LENGTH = 95;
  private static final int MONERO_BLOCK = 11;
  private static final int MONERO_BYTES = 69;
  private static final int HASH = 20;

  /** The first bytes: Bitcoin, Litecoin, Dogecoin, Dash, Tron; main network and tests. */
  private static final Set<Integer> VERSIONS = Set.of(0, 5, 111, 196, 48, 50, 30, 22, 76, 16, 65);

  private static final int ZCASH = 0x1c;
  private static final int BITCOIN_KEY = 0x80;
  private static final Set<String> PREFIXES = Set.of("bc", "tb", "ltc", "tltc", "addr", "cosmos");

  private CryptoAddress() {}

  /** Returns whether {@code text} is an address with the checksum it must have. */
  public static boolean isValid(String text) {
    if (text.startsWith("0x")) {
      return isMixed(text) && isEthereum(text) && checksummed(text).equals(text);
    }
    return isBase58(text) || isBech32(text) || isMonero(text);
  }

  /** Returns whether this has the form of an address of Ethereum, whatever its checksum. */
  public static boolean isEthereum(String text) {
    return text.length() == ETHEREUM_LENGTH
        && text.startsWith("0x")
        && text.chars().skip(2).allMatch(one -> one < 0x80 && Character.digit(one, 16) >= 0);
  }

  /** Returns whether letters are of both cases, and so tell the checksum of EIP-55. */
  public static boolean isMixed(String text) {
    String digits = text.substring(2);
    return !digits.equals(digits.toLowerCase(Locale.ROOT))
        && !digits.equals(digits.toUpperCase(Locale.ROOT));
  }

  /**
   * Returns whether this is a private key of Bitcoin in the form in which wallets carry it over.
   */
  public static boolean isPrivateKey(String text) {
    byte[] body = Base58.checked(text, Base58.BITCOIN);
    return (body.length == 33 || body.length == 34) && (body[0] & 0xff) == BITCOIN_KEY;
  }

  private static String checksummed(String text) {
    String lower = text.substring(2).toLowerCase(Locale.ROOT);
    byte[] hash = Keccak256.of(lower.getBytes(StandardCharsets.US_ASCII));
    StringBuilder made = new StringBuilder("0x");
    for (int i = 0; i < lower.length(); i++) {
      int half = (i % 2 == 0 ? hash[i / 2] >>> 4 : hash[i / 2]) & 15;
      char one = lower.charAt(i);
      made.append(half >= 8 ? Character.toUpperCase(one) : one);
    }
    return made.toString();
  }

  private static boolean isBase58(String text) {
    if (text.length() < LENGTH_MIN || text.length() > 36) {
      return false;
    }
    if (text.charAt(0) == 'r') {
      return Base58.checked(text, Base58.RIPPLE).length == HASH + 1;
    }
    byte[] body = Base58.checked(text, Base58.BITCOIN);
    return (body.length == HASH + 1 && VERSIONS.contains(body[0] & 0xff))
        || (body.length == HASH + 2 && body[0] == ZCASH);
  }

  private static boolean isBech32(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int split = lower.lastIndexOf('1');
    boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
    return oneCase
        && split > 0
        && PREFIXES.contains(lower.substring(0, split))
        && Bech32.isValid(lower);
  }

  /** Monero writes every eight bytes as eleven characters, and hashes with Keccak. */
  private static boolean isMonero(String text) {
    if (text.length() != MONERO_LENGTH || "48".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    byte[] all = new byte[MONERO_BYTES];
    int filled = 0;
    for (int i = 0; i < MONERO_LENGTH; i += MONERO_BLOCK) {
      String block = text.substring(i, Math.min(MONERO_LENGTH, i + MONERO_BLOCK));
      byte[] bytes = Base58.decode(block.replaceFirst("^1+(?=.)", ""), Base58.BITCOIN);
      int room = block.length() == MONERO_BLOCK ? 8 : 5;
      if (bytes.length == 0 || bytes.length > room) {
        return false;
      }
      System.arraycopy(bytes, 0, all, filled + room - bytes.length, bytes.length);
      filled += room;
    }
    byte[] hash = Keccak256.of(Arrays.copyOf(all, MONERO_BYTES - 4));
    return Arrays.equals(
        Arrays.copyOf(hash, 4), Arrays.copyOfRange(all, MONERO_BYTES - 4, MONERO_BYTES));
  }
}
