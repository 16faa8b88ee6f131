package dev.athena.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many, as far as the words say: "three", "a couple of", "a few".
 *
 * @param next the place after the last of the words
 */
record Amount(int least, int most, int next) {
  /** The largest amount that is read as one. */
  static final int AMOUNT_MAX = 10_000;

  private static final List<String> WORDS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /** Returns the amount that begins at {@code place}, or null. */
  static @Nullable Amount at(TimeWords words, int place) {
    int number = words.number(place) >= 0 ? words.number(place) : WORDS.indexOf(words.at(place));
    if (number >= 1 && number <= AMOUNT_MAX) {
      return new Amount(number, number, place + 1);
    }
    return switch (words.at(place)) {
      case "a", "an" -> {
        Amount vague = vague(words, place + 1);
        yield vague != null ? vague : new Amount(1, 1, place + 1);
      }
      default -> vague(words, place);
    };
  }

  private static @Nullable Amount vague(TimeWords words, int place) {
    int next = words.at(place + 1).equals("of") ? place + 2 : place + 1;
    return switch (words.at(place)) {
      case "couple" -> new Amount(2, 3, next);
      case "few" -> new Amount(2, 5, next);
      case "several" -> new Amount(3, 7, next);
      default -> null;
    };
  }
}
