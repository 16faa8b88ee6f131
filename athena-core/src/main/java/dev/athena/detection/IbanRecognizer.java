package dev.athena.detection;

import dev.athena.detection.checks.Iban;
import java.util.Locale;

/** Finds international numbers of bank accounts, with or without blanks between their groups. */
final class IbanRecognizer implements Recognizer {
  @Override
  public void find(Scan scan) {
    String text = scan.text();
    for (int i = 2; i < text.length() - 1; i++) {
      if (Edges.isDigit(text.charAt(i))
          && Edges.isDigit(text.charAt(i + 1))
          && Edges.isLetter(text.charAt(i - 1))
          && Edges.isLetter(text.charAt(i - 2))
          && Edges.isFreeBefore(text, i - 2)) {
        consider(scan, i - 2);
      }
    }
  }

  private static void consider(Scan scan, int start) {
    String text = scan.text();
    int length = Iban.length(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
    StringBuilder compact = new StringBuilder();
    int end = start;
    while (end < text.length() && compact.length() < length) {
      char one = text.charAt(end);
      if (Edges.isLetter(one) || Edges.isDigit(one)) {
        compact.append(one);
      } else if (!isJoint(one) || !isWordAt(text, end - 1) || !isWordAt(text, end + 1)) {
        return;
      }
      end++;
    }
    String value = compact.toString();
    boolean oneCase = value.equals(value.toUpperCase(Locale.ROOT)) || isLower(value);
    if (length > 0
        && oneCase
        && Edges.isFreeAfter(text, end)
        && Iban.isValid(value.toUpperCase(Locale.ROOT))) {
      scan.add("iban", SensitiveType.IBAN, start, end);
    }
  }

  private static boolean isLower(String value) {
    return value.equals(value.toLowerCase(Locale.ROOT));
  }

  private static boolean isJoint(char one) {
    return one == ' ' || one == '-' || one == '\u00a0';
  }

  private static boolean isWordAt(String text, int index) {
    return index < text.length() && Edges.isWord(text.charAt(index));
  }
}
