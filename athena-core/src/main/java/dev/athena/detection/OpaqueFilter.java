package dev.athena.detection;

import com.google.re2j.Pattern;

/**
 * What a machine made: no words, no path, no date, long enough.
 *
 * @param lengthMin the least length
 * @param strict whether hashes and UUIDs, which are mostly names of things, are refused
 */
record OpaqueFilter(int lengthMin, boolean strict) implements Filter {
  static final int LENGTH_MAX = 4096;

  /** From here on a text with digits needs less evidence: its evidence adds up. */
  private static final int LONG = 16;

  private static final double RANDOM_IF_LONG = 0.3;
  private static final double RANDOM_OF_LETTERS = 0.8;

  private static final Pattern NEVER =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*://.*|data:.*"
              + "|sha(?:1|256|384|512)[-:].*|[0-9.:, TZ+/-]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|.*(?:->|::|\\?\\.|\\(\\)|\\\\u[0-9a-f]{4}).*|#[0-9a-f]{3,8}");
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
              + "|(?:0x)?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})");

  /** What of a certificate or of a public key begins, in base64. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "(?:ssh-|ecdsa-|MIIBIjAN|MIIBCgKC|MFkwEw|MIGfMA0|MII[CDE][A-Za-z0-9+/]{4}CC).*");

  private static final String SIGNS = "!@#$%^&*+~?";
  private static final Pattern DOTTED = Pattern.compile("[\\w=-]{2,}(?:\\.[\\w=-]{12,})+");

  @Override
  public boolean passes(Candidate candidate) {
    String value = candidate.value();
    return value.length() >= lengthMin
        && value.length() <= LENGTH_MAX
        && value.chars().noneMatch(Character::isWhitespace)
        && !NEVER.matcher(value).matches()
        && !CodeText.isPath(value)
        && !PUBLIC.matcher(value).matches()
        && !(strict && isIdentity(value))
        && (candidate.isQuoted() || !CodeText.isExpression(value) || isDotted(value))
        && (looksMade(value) || (!strict && (isIdentity(value) || isChosen(candidate, value))))
        && !Placeholder.is(value);
  }

  /** Tells whether a value has parts as tokens have, which names of code have too. */
  private static boolean isDotted(String value) {
    return DOTTED.matcher(value).matches();
  }

  private static boolean isIdentity(String value) {
    return IDENTITY.matcher(value).matches();
  }

  /** Tells whether a value in quotes has all that rules for passwords ask for. */
  private static boolean isChosen(Candidate candidate, String value) {
    return candidate.isQuoted()
        && value.chars().anyMatch(Character::isLetter)
        && value.chars().anyMatch(one -> SIGNS.indexOf(one) >= 0)
        && (value.chars().anyMatch(Character::isDigit)
            || value.substring(1).chars().anyMatch(Character::isUpperCase));
  }

  private static boolean looksMade(String value) {
    double randomness = Randomness.of(value);
    if (value.chars().noneMatch(Character::isDigit)) {
      return randomness >= RANDOM_OF_LETTERS;
    }
    return randomness >= (value.length() >= LONG ? RANDOM_IF_LONG : Randomness.RANDOM);
  }
}
