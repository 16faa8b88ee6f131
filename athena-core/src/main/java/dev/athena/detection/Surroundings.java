package dev.athena.detection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words around a part of a text, in lower case and without accents, with a blank before and
 * after each.
 *
 * <p>Names as code has them are taken apart: {@code phoneNumber} and {@code phone_number} are the
 * words phone and number.
 *
 * @param all those before and after
 * @param justBefore the last two before
 */
record Surroundings(int start, int end, String all, String justBefore) {
  /** So far is looked back and ahead, in characters. */
  private static final int BACK = 96;

  private static final int AHEAD = 40;

  /** So many words count. */
  private static final int WORDS_BEFORE = 8;

  private static final int WORDS_AFTER = 3;
  private static final int WORDS_JUST_BEFORE = 2;

  static Surroundings of(String text, int start, int end) {
    List<String> before = words(text.substring(back(text, start), start));
    before = before.subList(Math.max(0, before.size() - WORDS_BEFORE), before.size());
    List<String> after = words(text.substring(end, ahead(text, end)));
    after = after.subList(0, Math.min(WORDS_AFTER, after.size()));
    List<String> last =
        before.subList(Math.max(0, before.size() - WORDS_JUST_BEFORE), before.size());
    // the bar keeps a phrase from being read across the gap
    return new Surroundings(start, end, joined(before) + "|" + joined(after), joined(last));
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? " " : " " + String.join(" ", words) + " ";
  }

  /** A label may stand on the line before, and not further up. */
  private static int back(String text, int start) {
    int from = start;
    int lines = 0;
    while (from > 0 && start - from < BACK && lines < 2) {
      from--;
      lines += text.charAt(from) == '\n' ? 1 : 0;
    }
    if (start - from >= BACK) {
      while (from < start && Character.isLetterOrDigit(text.charAt(from))) {
        from++;
      }
    }
    return from;
  }

  private static int ahead(String text, int end) {
    int to = end;
    while (to < text.length() && to - end < AHEAD && text.charAt(to) != '\n') {
      to++;
    }
    if (to - end >= AHEAD) {
      while (to > end && Character.isLetterOrDigit(text.charAt(to - 1))) {
        to--;
      }
    }
    return to;
  }

  /** Returns the words; the letters that follow a digit are none. */
  private static List<String> words(String text) {
    String plain = text.chars().allMatch(one -> one < 0x80) ? text : withoutAccents(text);
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < plain.length()) {
      if (!Character.isLetter(plain.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      i++;
      while (i < plain.length() && Character.isLetter(plain.charAt(i)) && !isHump(plain, from, i)) {
        i++;
      }
      if (from == 0 || !Edges.isDigit(plain.charAt(from - 1))) {
        words.add(plain.substring(from, i).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static String withoutAccents(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .chars()
        .filter(one -> Character.getType(one) != Character.NON_SPACING_MARK)
        .forEach(one -> plain.append((char) one));
    return plain.toString();
  }

  /** A capital after small letters begins a word, unless only one stands before, as in iPhone. */
  private static boolean isHump(String text, int from, int at) {
    boolean upper = Character.isUpperCase(text.charAt(at));
    if (upper && Character.isLowerCase(text.charAt(at - 1))) {
      return at - from > 1;
    }
    return upper
        && Character.isUpperCase(text.charAt(at - 1))
        && at + 1 < text.length()
        && Character.isLowerCase(text.charAt(at + 1));
  }
}
