package dev.athena.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that look like names: capitals where English writes none. */
final class Names {
  /** The most names looked for. */
  static final int NAMES_MAX = 16;

  /** A word or a pseudonym, with the marks that stand right beside it. */
  private static final Pattern CHUNK = Pattern.compile("[^\\s\\[\\](){}<>\",;]++");

  private static final Pattern PSEUDONYM = Pattern.compile("[A-Z]++_[0-9a-z]++");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'-]++");
  private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "&");

  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "dr", "prof", "st", "sir", "madam", "miss");

  private static final Set<String> CALENDAR =
      Set.of(
          """
          monday tuesday wednesday thursday friday saturday sunday
          january february march april may june july august september october november december
          """
              .strip()
              .split("\\s+"));

  private Names() {}

  /** Returns the words of the plain text {@code question} that look like names. */
  static List<String> in(String question) {
    List<Chunk> chunks = chunks(question);
    boolean shouting = question.chars().noneMatch(Character::isLowerCase);
    Set<String> inside =
        chunks.stream()
            .filter(chunk -> !chunk.first())
            .map(Chunk::word)
            .collect(Collectors.toSet());
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < chunks.size() && names.size() < NAMES_MAX; i++) {
      Chunk chunk = chunks.get(i);
      boolean capital = !shouting && chunk.looksLikeName();
      boolean named = inside.contains(chunk.word()) || isNamedOtherwise(chunks, i);
      if (chunk.isPseudonym() || (capital && named)) {
        names.add(chunk.form());
      }
    }
    return List.copyOf(names);
  }

  /** Returns the words of the plain text {@code name}, each once. */
  static List<String> wordsOf(String name) {
    Set<String> words = new LinkedHashSet<>();
    for (Chunk chunk : chunks(name)) {
      if (!chunk.form().isEmpty()) {
        words.add(chunk.form());
      }
    }
    return List.copyOf(words);
  }

  private static List<Chunk> chunks(String text) {
    List<Chunk> chunks = new ArrayList<>();
    boolean first = true;
    Matcher matcher = CHUNK.matcher(text);
    while (matcher.find()) {
      Chunk chunk = Chunk.of(matcher.group(), first);
      chunks.add(chunk);
      first = chunk.endsSentence();
    }
    return chunks;
  }

  /** A word with a capital because it is the first may be a name all the same. */
  private static boolean isNamedOtherwise(List<Chunk> chunks, int i) {
    return chunks.get(i).possessive()
        || (i + 2 < chunks.size()
            && CONJUNCTIONS.contains(chunks.get(i + 1).word())
            && chunks.get(i + 2).looksLikeName());
  }

  /**
   * A piece of text between spaces.
   *
   * @param word what is left without marks around it and without a possessive ending
   * @param first whether it begins a sentence
   */
  private record Chunk(String word, boolean first, boolean possessive, boolean endsSentence) {
    static Chunk of(String piece, boolean first) {
      int start = 0;
      int end = piece.length();
      while (start < end && !Character.isLetterOrDigit(piece.charAt(start))) {
        start++;
      }
      while (end > start && !Character.isLetterOrDigit(piece.charAt(end - 1))) {
        end--;
      }
      String word = piece.substring(start, end);
      boolean possessive =
          word.endsWith("'s") || (piece.startsWith("'", end) && word.endsWith("s"));
      word = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      char last = piece.charAt(piece.length() - 1);
      boolean ends = last == '?' || last == '!' || last == ':' || (last == '.' && !isTitle(word));
      return new Chunk(word, first, possessive, ends);
    }

    String form() {
      return word.toLowerCase(Locale.ROOT);
    }

    boolean isPseudonym() {
      return PSEUDONYM.matcher(word).matches();
    }

    boolean looksLikeName() {
      return NAME.matcher(word).matches()
          && !StopWords.OF_QUESTION.contains(word)
          && !CALENDAR.contains(form())
          && !isTitle(word);
    }

    private static boolean isTitle(String word) {
      return TITLES.contains(word.toLowerCase(Locale.ROOT));
    }
  }
}
