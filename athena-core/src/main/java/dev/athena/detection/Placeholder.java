package dev.athena.detection;

import com.google.re2j.Pattern;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells what stands in the place of a credential from a credential: variables, templates, words
 * such as "changeme", masks, and the examples of public documentation. They stand in values.json.
 */
final class Placeholder {
  private static final JsonObject DATA = DataFile.read("values.json", JsonObject.class);

  /** Credentials that vendors publish as examples. */
  private static final Set<String> EXAMPLES = DataFile.words(DATA, "examples");

  /** What no credential of any kind has. */
  private static final Pattern ANYWHERE = joined("anywhere");

  /** What the whole of a value is where it is none. */
  private static final Pattern WHOLE = joined("whole");

  /** Words of which some alone make a value that is none. */
  private static final Set<String> WORDS = DataFile.words(DATA, "placeholders");

  /** Words that say that a value is none, whatever else it has. */
  private static final Set<String> TELLING = DataFile.words(DATA, "telling");

  /** Words with what joins words, and a number after them. */
  private static final Pattern ONLY_WORDS =
      Pattern.compile("[<({\\[:_]{0,2}(?:\\p{L}+[_ ./-]*)+[0-9]*[>)}\\]:_!]{0,2}");

  /** Of fewer different characters a value is a mask. */
  private static final int CHARACTERS_MIN = 3;

  private Placeholder() {}

  private static Pattern joined(String member) {
    return Pattern.compile(
        DataFile.texts(DATA, member).stream()
            .map(one -> "(?:" + one + ")")
            .reduce((some, other) -> some + "|" + other)
            .orElseThrow());
  }

  /** Tells whether a value is an example of public documentation. */
  static boolean isExample(String value) {
    return EXAMPLES.contains(value) || value.toUpperCase(Locale.ROOT).endsWith("EXAMPLE");
  }

  /** Tells whether a value only stands where a credential will be. */
  static boolean is(String value) {
    if (value.chars().distinct().count() < CHARACTERS_MIN
        || isExample(value)
        || WHOLE.matcher(value).matches()
        || ANYWHERE.matcher(value).find()) {
      return true;
    }
    List<String> words = Words.of(value);
    boolean onlyThese = WORDS.containsAll(words) && ONLY_WORDS.matcher(value).matches();
    return !words.isEmpty() && (onlyThese || words.stream().anyMatch(TELLING::contains));
  }
}
