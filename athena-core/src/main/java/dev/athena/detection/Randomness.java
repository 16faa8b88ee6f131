package dev.athena.detection;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import java.util.List;

/**
 * How far a text is from words: the pairs of letters of words are few and often the same, and
 * between the words of a name there is a sign or a capital letter. What a machine chose by chance
 * has neither.
 */
final class Randomness {
  /** Bits a character from which a text of some length is taken as chosen by chance. */
  static final double RANDOM = 0.5;

  /** What a pair of letters costs where all are equally likely. */
  private static final double CHANCE = Math.log(26) / Math.log(2);

  /** What speaks for chance where a digit stands beside a letter: names have few of these. */
  private static final double MIXED = 2.0;

  /** What speaks for chance where a small letter follows two capital ones, or the like. */
  private static final double CASE = 0.5;

  private static final double RARE_SIGN = 1.5;
  private static final String SIGNS_OF_NAMES = "_-./: ";

  /**
   * For each letter how rare each is after it, in bits; measured on the words of code and prose.
   */
  private static final List<String> PAIRS =
      DataFile.read("pairs.json", JsonArray.class).values().stream()
          .map(row -> ((Json.Text) row).value())
          .toList();

  private Randomness() {}

  /** Tells whether a text looks chosen by chance. */
  static boolean isRandom(String text) {
    return of(text) >= RANDOM;
  }

  /** Returns the evidence for chance in bits a character; below 0 it speaks for words. */
  static double of(String text) {
    if (text.length() < 2) {
      return 0;
    }
    double bits = 0;
    for (int i = 1; i < text.length(); i++) {
      bits += pair(text, i);
    }
    return bits / (text.length() - 1);
  }

  private static double pair(String text, int at) {
    char first = text.charAt(at - 1);
    char second = text.charAt(at);
    if (isLetter(first) && isLetter(second)) {
      boolean hump = Character.isLowerCase(first) && Character.isUpperCase(second);
      return hump ? CASE : letters(first, second);
    }
    if (isLetter(first) != isLetter(second) && isDigit(first) != isDigit(second)) {
      return MIXED;
    }
    if (isDigit(first) && isDigit(second)) {
      return 0;
    }
    return SIGNS_OF_NAMES.indexOf(first) >= 0 || SIGNS_OF_NAMES.indexOf(second) >= 0
        ? 0
        : RARE_SIGN;
  }

  private static double letters(char first, char second) {
    int row = Character.toLowerCase(first) - 'a';
    int column = Character.toLowerCase(second) - 'a';
    return PAIRS.get(row).charAt(column) - '0' - CHANCE;
  }

  private static boolean isLetter(char one) {
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
  }

  private static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }
}
