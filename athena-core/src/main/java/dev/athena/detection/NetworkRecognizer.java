package dev.athena.detection;

import dev.athena.detection.checks.IpAddress;
import java.util.Optional;

/**
 * Finds addresses of machines in networks: of the internet, of version 4 and 6, and of network
 * cards.
 *
 * <p>Versions of programs look like addresses of version 4: what stands after the word version, or
 * after a program's name and a slash, is none.
 */
final class NetworkRecognizer implements Recognizer {
  private static final String TOPIC = "ip";
  private static final int LENGTH_MAX = 45;
  private static final int CARD_LENGTH = 17;
  private static final int CARD_GROUP = 3;

  @Override
  public void find(Scan scan) {
    String text = scan.text();
    int i = 0;
    while (i < text.length()) {
      if (!isSign(text.charAt(i))) {
        i++;
        continue;
      }
      i = around(scan, i);
    }
  }

  /** Looks at the parts around a sign, the first of its row, and returns where they end. */
  private static int around(Scan scan, int sign) {
    String text = scan.text();
    int start = sign;
    while (start > 0 && isHex(text.charAt(start - 1))) {
      start--;
    }
    int end = sign;
    int dots = 0;
    int colons = 0;
    int hyphens = 0;
    while (end < text.length() && (isSign(text.charAt(end)) || isHex(text.charAt(end)))) {
      char one = text.charAt(end);
      dots += one == '.' ? 1 : 0;
      colons += one == ':' ? 1 : 0;
      hyphens += one == '-' ? 1 : 0;
      end++;
    }
    if (colons >= 2) {
      colons(scan, start, end);
    } else if (dots >= 3) {
      dots(scan, start, end);
    } else if (hyphens == 5) {
      card(scan, start, end);
    }
    return end;
  }

  private static boolean isSign(char one) {
    return one == '.' || one == ':' || one == '-';
  }

  private static boolean isHex(char one) {
    return Edges.isDigit(one) || (one >= 'a' && one <= 'f') || (one >= 'A' && one <= 'F');
  }

  private static boolean isBroken(String text, int start, int end) {
    boolean led = start > 0 && Edges.isWord(text.charAt(start - 1)) && !Edges.isEscape(text, start);
    return led || (end < text.length() && Edges.isWord(text.charAt(end)));
  }

  private static int trimmed(String text, int start, int end) {
    int to = end;
    while (to > start && ".:-".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    // an address may end with two colons
    return to + 2 <= end && text.startsWith("::", to) ? to + 2 : to;
  }

  private static void colons(Scan scan, int start, int end) {
    String text = scan.text();
    int from = afterSigns(text, start, end);
    int to = trimmed(text, from, end);
    if (to <= from || to - from > LENGTH_MAX || isBroken(text, from, to)) {
      return;
    }
    String value = text.substring(from, to);
    if (isCard(value)) {
      addCard(scan, from, to);
      return;
    }
    IpAddress.parse(value)
        .filter(address -> !isNobody(text, address, to) && isLikely(scan, address, from, to))
        .ifPresent(_ -> scan.add("ip-6", SensitiveType.IP_ADDRESS, from, to));
    if (value.indexOf('.') > 0 && value.indexOf("::") < 0) {
      dots(scan, from, to); // one of version 4 with its port, and more
    }
  }

  /** Returns where an address may begin; a single colon before it belongs to the word before. */
  private static int afterSigns(String text, int start, int end) {
    int from = start;
    while (from < end && (text.charAt(from) == '-' || text.charAt(from) == '.')) {
      from++;
    }
    boolean colon = from < end && text.charAt(from) == ':' && !text.startsWith("::", from);
    return colon ? from + 1 : from;
  }

  /** Two colons and hexadecimal digits are also how programs name what is in what. */
  private static boolean isLikely(Scan scan, IpAddress address, int start, int end) {
    String value = scan.text().substring(start, end);
    if (!value.contains("::")) {
      return !value.matches("(?:[0-9A-Fa-f]{2}:){7}[0-9A-Fa-f]{2}");
    }
    boolean digits = value.chars().anyMatch(one -> one >= '0' && one <= '9');
    return (digits && address.isUsual()) || scan.isNear(TOPIC, start, end);
  }

  /**
   * Returns whether it names no machine: it is special, or a network with the length of a prefix.
   */
  private static boolean isNobody(String text, IpAddress address, int end) {
    int bits = 0;
    int i = end + 1;
    while (i < text.length() && i <= end + 3 && Edges.isDigit(text.charAt(i))) {
      bits = 10 * bits + Character.digit(text.charAt(i), 10);
      i++;
    }
    boolean prefix = i > end + 1 && text.charAt(end) == '/';
    return address.isSpecial() || (prefix && address.isNetwork(bits));
  }

  private static void dots(Scan scan, int start, int end) {
    String text = scan.text();
    int from = start;
    while (from < end) {
      if (!Edges.isDigit(text.charAt(from)) || !Edges.isFreeBefore(text, from)) {
        from++;
        continue;
      }
      int to = from;
      while (to < end && (Edges.isDigit(text.charAt(to)) || text.charAt(to) == '.')) {
        to++;
      }
      int until = trimmed(text, from, to);
      Optional<IpAddress> address =
          until - from > 15 ? Optional.empty() : IpAddress.parse(text.substring(from, until));
      if (address.isPresent()
          && !isNobody(text, address.get(), until)
          && Edges.isFreeAfter(text, until)
          && !isVersion(scan, address.get(), from, until)) {
        scan.add("ip-4", SensitiveType.IP_ADDRESS, from, until);
      }
      from = Math.max(to, from + 1);
    }
  }

  private static boolean isVersion(Scan scan, IpAddress address, int start, int end) {
    String text = scan.text();
    boolean port =
        end + 1 < text.length() && text.charAt(end) == ':' && Edges.isDigit(text.charAt(end + 1));
    if (port) {
      return false;
    }
    boolean program =
        start >= 2 && text.charAt(start - 1) == '/' && Edges.isWord(text.charAt(start - 2));
    if (program || scan.isJustBefore("version", start, end)) {
      return true;
    }
    return address.isAmbiguous() && !scan.isNear(TOPIC, start, end);
  }

  private static void card(Scan scan, int start, int end) {
    String text = scan.text();
    if (!isBroken(text, start, end) && isCard(text.substring(start, end))) {
      addCard(scan, start, end);
    }
  }

  /** Six pairs of hexadecimal digits, which are not all the same, with the same sign between. */
  private static boolean isCard(String value) {
    if (value.length() != CARD_LENGTH) {
      return false;
    }
    for (int i = 0; i < CARD_LENGTH; i++) {
      char one = value.charAt(i);
      boolean fits = i % CARD_GROUP == 2 ? one == value.charAt(2) : isHex(one);
      if (!fits) {
        return false;
      }
    }
    return (value.charAt(2) == ':' || value.charAt(2) == '-')
        && value.chars().distinct().count() > 2;
  }

  /** Without a letter, and with hyphens, it may be a day and a time. */
  private static void addCard(Scan scan, int start, int end) {
    String value = scan.text().substring(start, end);
    boolean letter = value.chars().anyMatch(Character::isLetter);
    if (letter || value.charAt(2) == ':' || scan.isNear("mac", start, end)) {
      scan.add("mac", SensitiveType.MAC_ADDRESS, start, end);
    }
  }
}
