package dev.athena.text;

import java.text.Normalizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Text in the one spelling that is analysed.
 *
 * <p>Compatible characters become one (NFKC), Latin letters lose their accents, curly quotes and
 * dashes become plain ones; 1,000 becomes 1000. Characters that cannot be seen and the skin tones
 * of emoji are dropped, lone surrogates and control characters become spaces. Takes time in
 * proportion to the length for any input.
 */
final class PlainText {
  /** The most combining marks kept in a row; normalising sorts each row of marks. */
  static final int MARKS_IN_A_ROW_MAX = 8;

  private PlainText() {}

  /** Returns {@code text} in plain spelling, cut to the length that is analysed. */
  static String of(String text) {
    String head = cut(text);
    if (isPrintableAscii(head)) {
      return withoutGrouping(head);
    }
    String visible = withoutHidden(head);
    return withoutGrouping(cut(fold(cut(Normalizer.normalize(visible, Normalizer.Form.NFKC)))));
  }

  private static String cut(String text) {
    return text.length() <= TextAnalysis.TEXT_LENGTH_MAX
        ? text
        : text.substring(0, TextAnalysis.TEXT_LENGTH_MAX);
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7F || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
        return false;
      }
    }
    return true;
  }

  private static String withoutHidden(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.FORMAT -> {}
        case Character.SURROGATE, Character.CONTROL -> {
          visible.append(c == '\n' ? '\n' : ' ');
          marks = 0;
        }
        case Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.COMBINING_SPACING_MARK -> {
          if (!isAccentOrVariation(c) && marks++ < MARKS_IN_A_ROW_MAX) {
            visible.appendCodePoint(c);
          }
        }
        default -> {
          if (!isSkinTone(c)) {
            visible.appendCodePoint(c);
          }
          marks = 0;
        }
      }
    }
    return visible.toString();
  }

  /** Accents of Latin, Greek and Cyrillic letters and the selectors of a glyph's variants. */
  private static boolean isAccentOrVariation(int c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0xFE00 && c <= 0xFE0F);
  }

  private static boolean isSkinTone(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }

  private static String withoutGrouping(String text) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      return text;
    }
    StringBuilder ungrouped = new StringBuilder(text.length());
    int copied = 0;
    for (; comma >= 0; comma = text.indexOf(',', comma + 1)) {
      if (isGrouping(text, comma)) {
        ungrouped.append(text, copied, comma);
        copied = comma + 1;
      }
    }
    return ungrouped.append(text, copied, text.length()).toString();
  }

  /** One to three digits stand before the comma and three after it. */
  private static boolean isGrouping(String text, int comma) {
    return digits(text, comma, -1) >= 1
        && digits(text, comma, -1) <= 3
        && digits(text, comma, 1) == 3;
  }

  /** Counts the digits beside {@code from} in one direction, up to four. */
  private static int digits(String text, int from, int step) {
    int count = 0;
    for (int i = from + step; i >= 0 && i < text.length() && count < 4; i += step) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        break;
      }
      count++;
    }
    return count;
  }

  private static String fold(String text) {
    char[] input = text.toCharArray();
    char[] output = new char[4 * input.length];
    int length = ASCIIFoldingFilter.foldToASCII(input, 0, output, 0, input.length);
    return new String(output, 0, length);
  }
}
