package dev.athena.bench.latency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Words as texts have them: few that are common, many that are rare.
 *
 * <p>A word's chance falls with its place in the list as in real texts (Zipf and Mandelbrot); the
 * long tail is made of names put together of two words, as programs have them.
 */
final class Vocabulary {
  /** Flattens the head of the distribution, so that no word is in more than a third of texts. */
  private static final double SHIFT = 12;

  private static final double TAIL_SHARE = 0.08;

  private static final List<String> FIRST_NAMES =
      List.of(
          "Maria", "Tobias", "Amina", "Chen", "Olga", "Diego", "Priya", "Jonas", "Fatima", "Luca",
          "Ingrid", "Kwame", "Sofia", "Ravi", "Nadia", "Pavel", "Yuki", "Hannah", "Omar", "Elena",
          "Mateo", "Zara", "Felix", "Leila", "Viktor", "Noor", "Samuel", "Irene", "Hugo", "Thandi");

  private static final List<String> LAST_NAMES =
      List.of(
          "Okafor",
          "Lindqvist",
          "Moreau",
          "Tanaka",
          "Silva",
          "Novak",
          "Haddad",
          "Bergmann",
          "Kowalski",
          "Rossi",
          "Nakamura",
          "Petrov",
          "Adeyemi",
          "Fischer",
          "Castillo",
          "Iyer",
          "Johansson",
          "Mbeki",
          "Ferrari",
          "Dubois",
          "Yilmaz",
          "Ortega",
          "Sorensen",
          "Papadakis");

  private final List<String> words;
  private final double[] cumulated;

  private Vocabulary(List<String> words) {
    this.words = words;
    this.cumulated = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      sum += 1 / (i + SHIFT);
      cumulated[i] = sum;
    }
  }

  /** Returns the words of the list that comes with the benchmark. */
  static Vocabulary english() throws IOException {
    try (InputStream list = Vocabulary.class.getResourceAsStream("words.txt")) {
      if (list == null) {
        throw new IOException("words.txt is missing from the jar");
      }
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return new Vocabulary(Arrays.stream(text.strip().split("\\s+")).distinct().toList());
    }
  }

  /** Returns a word of the list by chance, common ones more often. */
  String word(SplittableRandom random) {
    double point = random.nextDouble() * cumulated[cumulated.length - 1];
    int at = Arrays.binarySearch(cumulated, point);
    return words.get(Math.min(at < 0 ? -at - 1 : at, words.size() - 1));
  }

  /** Returns a word, or now and then a name made of two. */
  String wordOrName(SplittableRandom random) {
    if (random.nextDouble() >= TAIL_SHARE) {
      return word(random);
    }
    String second = words.get(random.nextInt(words.size()));
    return words.get(random.nextInt(words.size()))
        + Character.toUpperCase(second.charAt(0))
        + second.substring(1);
  }

  static String person(SplittableRandom random) {
    return pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random);
  }

  static String pick(List<String> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
