package dev.athena.detection;

import com.google.re2j.Pattern;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What people take as passwords, where one is expected: any text in quotes that is no label, no
 * name and no sentence; without quotes only what no program and no sentence would have there.
 */
final class PasswordFilter implements Filter {
  static final int LENGTH_MIN = 4;
  static final int LENGTH_MAX = 256;

  /** Fewer words are a label; and of so many, one may be a word that sentences have too. */
  private static final int PHRASE_WORDS_MIN = 4;

  private static final JsonObject DATA = DataFile.read("values.json", JsonObject.class);

  /** Words that stand for kinds, states and labels where a value is expected. */
  private static final Set<String> NO_VALUES = DataFile.words(DATA, "noValues");

  /** Words that sentences have and pass phrases have not. */
  private static final Set<String> SENTENCE = DataFile.words(DATA, "sentence");

  /** Letters alone are random from here on: there are names without vowels. */
  private static final double RANDOM_LETTERS = 0.8;

  private static final Set<String> SET = Set.of("=", ":=");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final Pattern LETTERS_AND_HYPHENS = Pattern.compile("[\\p{L}-]+");
  private static final Pattern NAME = Pattern.compile("[$@&*]?[A-Za-z_$][A-Za-z0-9_$]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern WORDS_AND_SIGNS =
      Pattern.compile("\\p{L}+(?:[_.:/]\\p{L}+)+|[a-z]+(?:[A-Z][a-z]+)+");
  private static final Pattern EXPORT = Pattern.compile(".*(?:export |-e |--env |ENV )");
  private static final Pattern VARIABLE_LINE =
      Pattern.compile(".*(?:^|export |set |env |ARG |ENV |-e |--env |- |[\"' ])");

  @Override
  public boolean passes(Candidate candidate) {
    String value = candidate.value();
    if (isNameAsPassword(candidate, value)) {
      return true;
    }
    if (value.length() < LENGTH_MIN || value.length() > LENGTH_MAX || Placeholder.is(value)) {
      return false;
    }
    return candidate.isQuoted() ? quoted(candidate, value) : bare(candidate, value);
  }

  /**
   * Tells whether somebody took the word "password" as one: a variable has it. Constants and keys
   * of data have the names of fields.
   */
  private static boolean isNameAsPassword(Candidate candidate, String value) {
    return candidate.isQuoted()
        && candidate.name().toLowerCase(Locale.ROOT).equals(candidate.name())
        && value.startsWith("pass")
        && value.equals(candidate.name())
        && SET.contains(candidate.beforeQuote().trim());
  }

  private static boolean quoted(Candidate candidate, String value) {
    if (value.chars().anyMatch(Character::isWhitespace)) {
      return isPassPhrase(value);
    }
    if (CodeText.isPath(value) || isNoValue(value)) {
      return false;
    }
    String between = candidate.beforeQuote();
    if (between.isBlank() && candidate.name().equalsIgnoreCase("pass")) {
      return false;
    }
    boolean amongOthers =
        between.contains(",")
            || between.contains("(")
            || between.contains("->")
            || between.isBlank();
    if (LETTERS.matcher(value).matches() || WORDS_AND_SIGNS.matcher(value).matches()) {
      return Randomness.of(value) >= RANDOM_LETTERS
          || (!amongOthers && isNoLabel(candidate, value) && isNoOtherName(value));
    }
    return true;
  }

  /** Tells whether a word is neither the name that it is assigned to nor the title of a field. */
  private static boolean isNoLabel(Candidate candidate, String value) {
    String name = String.join("", Words.of(candidate.name()));
    boolean constant = candidate.name().chars().noneMatch(Character::isLowerCase);
    String same = String.join("", Words.of(value));
    return !(name.endsWith(same) && (constant || !same.equals(value)));
  }

  /** Tells whether a word is no name of something: it is one word, or none of them says so. */
  private static boolean isNoOtherName(String value) {
    List<String> words = Words.of(value);
    boolean single = LETTERS.matcher(value).matches() && words.size() == 1;
    return single
        || (words.stream().noneMatch(NO_VALUES::contains)
            && !WORDS_AND_SIGNS.matcher(value).matches());
  }

  private static boolean isNoValue(String value) {
    return NO_VALUES.contains(value.toLowerCase(Locale.ROOT));
  }

  /** Tells whether words with space between them are chosen and not said. */
  static boolean isPassPhrase(String value) {
    List<String> words = List.of(value.trim().split("\\s+"));
    boolean plain =
        value
            .chars()
            .allMatch(one ->
                (Character.isLetterOrDigit(one) && !Character.isUpperCase(one)) || one == ' ');
    boolean mixed =
        value.chars().anyMatch(Character::isDigit)
            && value.chars().filter(one -> !Character.isLetterOrDigit(one)).count() > words.size();
    long said = Words.of(value).stream().filter(SENTENCE::contains).count();
    boolean chosen =
        plain && words.size() >= PHRASE_WORDS_MIN && said * PHRASE_WORDS_MIN <= words.size();
    return chosen || (mixed && said == 0 && !value.contains("\\u"));
  }

  private static boolean bare(Candidate candidate, String value) {
    if (isNoValue(value) || CodeText.isPath(value)) {
      return false;
    }
    boolean setting = isSetting(candidate);
    if (NUMBER.matcher(value).matches()) {
      return setting || candidate.endsThere();
    }
    if (LETTERS_AND_HYPHENS.matcher(value).matches()) {
      return (setting && isNoLabel(candidate, value)) || Randomness.of(value) >= RANDOM_LETTERS;
    }
    if (NAME.matcher(value).matches()) {
      return Randomness.isRandom(value) || setting || isWordWithNumber(candidate, value);
    }
    return !CodeText.isExpression(value) && value.chars().anyMatch(Character::isLetterOrDigit);
  }

  /** Tells whether this is a line of a shell or of its environment, where values have no quotes. */
  private static boolean isSetting(Candidate candidate) {
    String name = candidate.name();
    if (candidate.between().equals("=") && EXPORT.matcher(candidate.lineBeforeName()).matches()) {
      return true;
    }
    return candidate.between().equals("=")
        && name.chars().noneMatch(Character::isLowerCase)
        && name.indexOf('.') < 0
        && VARIABLE_LINE.matcher(candidate.lineBeforeName()).matches();
  }

  /** Tells whether a word with a number ends the line, and is none of the names beside it. */
  private static boolean isWordWithNumber(Candidate candidate, String value) {
    return candidate.endsThere()
        && value.chars().anyMatch(Character::isDigit)
        && Words.of(value).stream()
            .noneMatch(word -> NO_VALUES.contains(word) || candidate.name().contains(word));
  }
}
