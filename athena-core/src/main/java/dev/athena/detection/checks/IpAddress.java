package dev.athena.detection.checks;

import java.util.Optional;

/** An address of the internet, of version 4 or 6. */
public final class IpAddress {
  private static final int PARTS_4 = 4;
  private static final int PARTS_6 = 8;
  private static final int OCTET_MAX = 255;
  private static final int HEX = 16;
  private static final int HEX_DIGITS_MAX = 4;

  /** Four of 8 bits or eight of 16. */
  private final int[] words;

  private IpAddress(int... words) {
    this.words = words;
  }

  /** Reads one as it is written, without a port or prefix. */
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') < 0 ? parse4(text) : parse6(text);
  }

  private static Optional<IpAddress> parse4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS_4) {
      return Optional.empty();
    }
    int[] words = new int[PARTS_4];
    for (int i = 0; i < PARTS_4; i++) {
      String part = parts[i];
      boolean leadingZero = part.length() > 1 && part.charAt(0) == '0';
      if (part.length() > 3 || leadingZero || !CheckDigits.areDigits(part)) {
        return Optional.empty();
      }
      words[i] = Integer.parseInt(part);
      if (words[i] > OCTET_MAX) {
        return Optional.empty();
      }
    }
    return Optional.of(new IpAddress(words));
  }

  private static Optional<IpAddress> parse6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return words(text).filter(words -> words.length == PARTS_6).map(IpAddress::new);
    }
    Optional<int[]> before = words(text.substring(0, gap));
    Optional<int[]> after = words(text.substring(gap + 2));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int[] head = before.get();
    int[] tail = after.get();
    if (head.length + tail.length >= PARTS_6) {
      return Optional.empty();
    }
    int[] all = new int[PARTS_6];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, PARTS_6 - tail.length, tail.length);
    return Optional.of(new IpAddress(all));
  }

  /** Reads parts between colons, of which the last may be an address of version 4. */
  private static Optional<int[]> words(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    boolean mixed = parts[parts.length - 1].indexOf('.') >= 0;
    int[] words = new int[parts.length + (mixed ? 1 : 0)];
    for (int i = 0; i < parts.length; i++) {
      if (mixed && i == parts.length - 1) {
        Optional<IpAddress> last = parse4(parts[i]);
        if (last.isEmpty()) {
          return Optional.empty();
        }
        int[] octets = last.get().words;
        words[i] = (octets[0] << 8) | octets[1];
        words[i + 1] = (octets[2] << 8) | octets[3];
      } else if (!isHex(parts[i])) {
        return Optional.empty();
      } else {
        words[i] = Integer.parseInt(parts[i], HEX);
      }
    }
    return Optional.of(words);
  }

  private static boolean isHex(String part) {
    return !part.isEmpty()
        && part.length() <= HEX_DIGITS_MAX
        && part.chars().allMatch(one -> one < 0x80 && Character.digit(one, HEX) >= 0);
  }

  /** Returns whether it is of version 4. */
  public boolean isVersion4() {
    return words.length == PARTS_4;
  }

  /**
   * Returns whether it names no machine in particular: this one, none, all, or a mask of others.
   */
  public boolean isSpecial() {
    if (isVersion4()) {
      return words[0] == 127 || words[0] == 0 || words[0] == OCTET_MAX || isMulticast();
    }
    for (int i = 0; i < PARTS_6 - 1; i++) {
      if (words[i] != 0) {
        return words[0] >= 0xff00;
      }
    }
    return words[PARTS_6 - 1] <= 1;
  }

  private boolean isMulticast() {
    return words[0] >= 224 && words[0] < 240;
  }

  /** Returns whether it is of a kind that networks use: global, private, or of one link. */
  public boolean isUsual() {
    if (isVersion4()) {
      return true;
    }
    int first = words[0];
    return (first >= 0x2000 && first < 0x4000) || (first >= 0xfc00 && first < 0xfec0) || isMapped();
  }

  private boolean isMapped() {
    for (int i = 0; i < 5; i++) {
      if (words[i] != 0) {
        return false;
      }
    }
    return words[5] == 0xffff;
  }

  /**
   * Returns whether it is a network's rather than a machine's: nothing but noughts follows the
   * first {@code bits}.
   */
  public boolean isNetwork(int bits) {
    int width = isVersion4() ? 8 : 16;
    for (int i = 0; i < words.length; i++) {
      int fixed = Math.clamp((long) bits - (long) i * width, 0, width);
      if ((words[i] & ((1 << (width - fixed)) - 1)) != 0) {
        return false;
      }
    }
    return bits < words.length * width;
  }

  /**
   * Returns whether it may as well be a version or the number of a section, all of whose parts are
   * small, or an object identifier, which begins with 0, 1 or 2. The first private network is too
   * common to be taken for that.
   */
  public boolean isAmbiguous() {
    int greatest = 0;
    for (int word : words) {
      greatest = Math.max(greatest, word);
    }
    boolean small = greatest < 32 && words[0] != 10;
    return isVersion4() && (small || (words[0] <= 2 && words[1] < 40));
  }

  /** Returns it in the one way that RFC 5952 recommends. */
  public String canonical() {
    StringBuilder text = new StringBuilder();
    if (isVersion4()) {
      for (int word : words) {
        text.append(text.isEmpty() ? "" : ".").append(word);
      }
      return text.toString();
    }
    int gap = 0;
    int gapLength = 1; // a gap has two zeros or more
    for (int i = 0; i < PARTS_6; i++) {
      int zeros = zerosFrom(i);
      if (zeros > gapLength) {
        gap = i;
        gapLength = zeros;
      }
    }
    for (int i = 0; i < PARTS_6; i++) {
      if (gapLength > 1 && i == gap) {
        text.append("::");
        i += gapLength - 1;
      } else {
        boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(words[i]));
      }
    }
    return text.toString();
  }

  private int zerosFrom(int start) {
    int end = start;
    while (end < PARTS_6 && words[end] == 0) {
      end++;
    }
    return end - start;
  }
}
