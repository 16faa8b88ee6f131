package dev.athena.detection;

import dev.athena.detection.checks.CardNumber;
import java.util.Set;

/**
 * Finds numbers of payment cards: alone, or in the groups in which cards show them.
 *
 * <p>What is longer than most cards or as long as a barcode and stands without groups, or in a
 * range that no network is known to issue, is one only where the words say so: identifiers that
 * count the time have as many digits.
 */
final class CardRecognizer implements Recognizer {
  private static final int BARCODE = 13;
  private static final int GROUP = 4;
  private static final Set<String> GROUPS = Set.of("4444", "44443", "465", "464");

  @Override
  public void find(Scan scan) {
    if (scan.digitsTogether() < CardNumber.DIGITS_MIN) {
      return;
    }
    String text = scan.text();
    int i = 0;
    while (i < text.length()) {
      if (!Edges.isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      boolean begins = Edges.isFreeBefore(text, i) && !isLaterGroup(text, i);
      int end = begins ? longest(scan, i) : i;
      if (end > i) {
        scan.add("card", SensitiveType.CARD, i, end);
        i = end;
      } else {
        i = groupEnd(text, i);
      }
    }
  }

  /** Returns whether a group of four with a digit is before: then a longer number began there. */
  private static boolean isLaterGroup(String text, int start) {
    int from = start - 1;
    if (from < GROUP || (text.charAt(from) != ' ' && text.charAt(from) != '-')) {
      return false;
    }
    boolean digit = false;
    for (int i = from - GROUP; i < from; i++) {
      if (!Edges.isWord(text.charAt(i))) {
        return false;
      }
      digit |= Edges.isDigit(text.charAt(i));
    }
    return digit && (from == GROUP || !Edges.isWord(text.charAt(from - GROUP - 1)));
  }

  private static int groupEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Edges.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns where the longest number that begins at {@code start} ends, or {@code start}. */
  private static int longest(Scan scan, int start) {
    String text = scan.text();
    StringBuilder digits = new StringBuilder();
    StringBuilder groups = new StringBuilder();
    int found = start;
    int from = start;
    char joint = 0;
    while (digits.length() <= CardNumber.DIGITS_MAX) {
      int end = groupEnd(text, from);
      if (end - from > CardNumber.DIGITS_MAX) {
        return found;
      }
      digits.append(text, from, end);
      groups.append(end - from > 9 ? "+" : end - from);
      if (Edges.isFreeAfter(text, end) && isCard(scan, digits, groups, new Span(start, end))) {
        found = end;
      }
      if (end + 1 >= text.length() || !Edges.isDigit(text.charAt(end + 1))) {
        return found;
      }
      char next = text.charAt(end);
      boolean joined = next == ' ' || next == '-';
      if (!joined || (joint != 0 && joint != next)) {
        return found;
      }
      joint = next;
      from = end + 1;
    }
    return found;
  }

  private static boolean isCard(Scan scan, CharSequence digits, CharSequence groups, Span place) {
    String number = digits.toString();
    if (!CardNumber.isChecked(number)) {
      return false;
    }
    boolean alone =
        groups.length() == 1
            && number.length() <= CardNumber.DIGITS_USUAL
            && number.length() != BARCODE;
    boolean shaped = alone || GROUPS.contains(groups.toString());
    return (shaped && CardNumber.isValid(number))
        || scan.isNear("card", place.start(), place.end());
  }
}
