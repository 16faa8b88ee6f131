package dev.athena.detection;

import com.google.re2j.Pattern;

/**
 * What stands where nothing but a credential can: any text that is no variable and no placeholder.
 *
 * @param lengthMin the least length
 */
record LiteralFilter(int lengthMin) implements Filter {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[$%@!][A-Za-z_{(\\[].*|[A-Za-z_][\\w.]*\\(.*|['\"].*|[+.].*|[^\\p{L}\\p{Nd}]*"
              + "|(?i)(?:self|this|config|process|os|args|env|settings|options|opts)[.\\[].*");

  @Override
  public boolean passes(Candidate candidate) {
    String value = candidate.value();
    return value.length() >= lengthMin
        && !VARIABLE.matcher(value).matches()
        && !Placeholder.is(value);
  }
}
