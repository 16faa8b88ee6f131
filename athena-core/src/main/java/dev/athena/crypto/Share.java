package dev.athena.crypto;

import dev.athena.error.InvalidArgument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of several parts of a master key, of which some together make the key; fewer tell nothing.
 *
 * <p>Written it is groups of symbols: format, set, needed, number, check value of the key, the part
 * itself, checksum.
 */
public final class Share {
  private static final int FORMAT = 1;
  private static final int SET_BYTES = 4;
  private static final int CHECK_BYTES = 8;
  private static final int SUM_BYTES = 4;
  private static final int HEAD_BYTES = 1 + SET_BYTES + 2 + CHECK_BYTES;

  /** How many bytes a share has, as symbols write them. */
  static final int BYTES = HEAD_BYTES + RawMasterKey.BYTES + SUM_BYTES;

  /** The longest text that is read as a share, in characters. */
  static final int TEXT_LENGTH_MAX = 4_000;

  private static final int GROUP = 5;
  private static final int GROUPS_A_LINE = 6;

  private final byte[] set;
  private final int needed;
  private final int number;
  private final String keyCheck;
  private final byte[] part;

  Share(byte[] set, int needed, int number, String keyCheck, byte[] part) {
    this.set = set.clone();
    this.needed = needed;
    this.number = number;
    this.keyCheck = keyCheck;
    this.part = part.clone();
  }

  /** Returns the id of the set it belongs to, which shares of other sets do not have. */
  public String set() {
    return HexFormat.of().formatHex(set);
  }

  /** Returns how many shares of the set make the key. */
  public int needed() {
    return needed;
  }

  /** Returns its number in the set, counted from 1. */
  public int number() {
    return number;
  }

  /** Returns the check value of the key. */
  public String keyCheck() {
    return keyCheck;
  }

  byte[] part() {
    return part.clone();
  }

  /** Returns the lines to print or copy; those that begin with # only explain. */
  public List<String> lines() {
    String symbols = Base32.write(bytes());
    StringBuilder text = new StringBuilder();
    for (int at = 0, group = 0; at < symbols.length(); at += GROUP, group++) {
      text.append(group == 0 ? "" : group % GROUPS_A_LINE == 0 ? "\n" : " ");
      text.append(symbols, at, Math.min(symbols.length(), at + GROUP));
    }
    return Stream.concat(
            Stream.of(
                "# Athena: share %d of set %s; any %d shares of it make the master key %s."
                    .formatted(number, set(), needed, keyCheck)),
            text.toString().lines())
        .toList();
  }

  /**
   * Reads what {@link #lines} returned, in one text.
   *
   * @throws InvalidArgument if it is no share, or not one as it was written
   */
  public static Share read(String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      throw new InvalidArgument(
          "a share of %,d characters; the limit is %,d".formatted(text.length(), TEXT_LENGTH_MAX),
          "send one share at a time");
    }
    String symbols =
        text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining());
    byte[] bytes = Base32.read(symbols);
    if (bytes.length != BYTES || !Arrays.equals(sumOf(bytes), sumIn(bytes))) {
      throw new InvalidArgument(
          "a share is not as it was written: a symbol is wrong, missing or too much",
          "compare it with the paper or file it comes from");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte format = buffer.get();
    if (format != FORMAT) {
      throw new InvalidArgument(
          "a share of format %d, this Athena knows %d".formatted(format, FORMAT),
          "use the Athena that made it, or a newer one");
    }
    byte[] set = take(buffer, SET_BYTES);
    int needed = buffer.get();
    int number = buffer.get();
    String check = HexFormat.of().formatHex(take(buffer, CHECK_BYTES));
    return new Share(set, needed, number, check, take(buffer, RawMasterKey.BYTES));
  }

  private byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .put((byte) FORMAT)
            .put(set)
            .put((byte) needed)
            .put((byte) number)
            .put(HexFormat.of().parseHex(keyCheck))
            .put(part);
    return bytes.put(sumOf(bytes.array())).array();
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] taken = new byte[length];
    from.get(taken);
    return taken;
  }

  private static byte[] sumIn(byte[] bytes) {
    return Arrays.copyOfRange(bytes, BYTES - SUM_BYTES, BYTES);
  }

  private static byte[] sumOf(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("a share of an Athena master key".getBytes(StandardCharsets.UTF_8));
      digest.update(bytes, 0, BYTES - SUM_BYTES);
      return Arrays.copyOf(digest.digest(), SUM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Tells nothing of the part. */
  @Override
  public String toString() {
    return "share %d of set %s".formatted(number, set());
  }
}
