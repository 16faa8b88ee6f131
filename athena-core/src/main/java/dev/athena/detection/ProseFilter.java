package dev.athena.detection;

import com.google.re2j.Pattern;
import dev.athena.json.JsonObject;
import java.util.Locale;
import java.util.Set;

/**
 * What people tell as a password in a sentence: what is in quotes or looks like no word, since "the
 * password is wrong" tells none.
 */
final class ProseFilter implements Filter {
  private static final Set<String> SENTENCE =
      DataFile.words(DataFile.read("values.json", JsonObject.class), "sentence");

  private static final String SIGNS_OF_WORDS = "-'’.,/:()";

  private static final Pattern NAME = Pattern.compile("[a-z]+(?:_[a-z]+)+");

  @Override
  public boolean passes(Candidate candidate) {
    String value = candidate.value();
    if (value.length() < PasswordFilter.LENGTH_MIN
        || value.length() > PasswordFilter.LENGTH_MAX
        || Placeholder.is(value)) {
      return false;
    }
    if (value.chars().anyMatch(Character::isWhitespace)) {
      return PasswordFilter.isPassPhrase(value);
    }
    boolean known = SENTENCE.contains(value.toLowerCase(Locale.ROOT));
    return !known
        && !NAME.matcher(value).matches()
        && (candidate.isQuoted() || looksLikeNoWord(value))
        && !CodeText.isPath(value)
        && (candidate.isQuoted() || !CodeText.isExpression(value));
  }

  /** Tells whether a value has letters and digits mixed as words and versions have them not. */
  static boolean isUnusual(Candidate candidate) {
    String value = candidate.value();
    return value.chars().anyMatch(Character::isLetter)
        && value.chars().anyMatch(Character::isDigit)
        && Randomness.isRandom(value);
  }

  private static boolean looksLikeNoWord(String value) {
    boolean digit = value.chars().anyMatch(Character::isDigit);
    boolean letter = value.chars().anyMatch(Character::isLetter);
    boolean sign =
        value.chars().anyMatch(o -> !Character.isLetterOrDigit(o) && SIGNS_OF_WORDS.indexOf(o) < 0);
    return digit || (letter && sign) || Randomness.of(value) >= 1;
  }
}
