package dev.athena.detection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.athena.error.InvalidArgument;
import java.util.List;
import java.util.Locale;

/**
 * What an installation looks for besides, such as its customers' numbers.
 *
 * <p>It is tried out when it is made: one that finds less or more than it should is refused.
 *
 * @param id letters, digits and hyphens
 * @param keywords where a text has none of them, the expression is not tried; in lower case
 * @param expression of RE2; what it matches, or its first group if it has one, is found
 * @param examples texts in which it finds something
 * @param counterexamples texts in which it finds nothing
 */
public record CustomPattern(
    String id,
    List<String> keywords,
    Pattern expression,
    List<String> examples,
    List<String> counterexamples) {
  /** The most patterns that are looked for. */
  public static final int PATTERNS_MAX = 200;

  /** The longest expression, in characters. */
  public static final int EXPRESSION_MAX = 500;

  /** The most keywords, and examples of each kind, of one pattern. */
  public static final int LIST_MAX = 20;

  /** The longest keyword or example, in characters. */
  public static final int TEXT_MAX = 1_000;

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public CustomPattern {
    check(
        ID.matches(id),
        "the id of a pattern is not of 1 to 64 small letters, digits and hyphens",
        "name it like customer-number");
    keywords = keywords.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    examples = List.copyOf(examples);
    counterexamples = List.copyOf(counterexamples);
    checkList(id, "keywords", keywords);
    checkList(id, "examples", examples);
    checkList(id, "counterexamples", counterexamples);
    check(
        !keywords.isEmpty()
            && keywords.stream().allMatch(word -> word.length() >= Rule.KEYWORD_LENGTH_MIN),
        "the pattern " + id + " has no keyword, or one that is too short",
        "give words of %d characters or more, of which a text with a match has one"
            .formatted(Rule.KEYWORD_LENGTH_MIN));
    check(
        !examples.isEmpty(),
        "the pattern " + id + " has no example",
        "give one text at least in which it must find something");
    check(
        !expression.matcher("").find(),
        "the pattern " + id + " matches where nothing is",
        "let it ask for one character at least");
  }

  /**
   * Compiles the expression and tries it out.
   *
   * @throws InvalidArgument if it is no RE2, or does not do what the examples say
   */
  public static CustomPattern of(
      String id, List<String> keywords, String expression, Examples examples) {
    check(
        expression.length() <= EXPRESSION_MAX,
        "the expression of " + id + " has " + expression.length() + " characters",
        "write it with " + EXPRESSION_MAX + " at most");
    CustomPattern pattern =
        new CustomPattern(id, keywords, compiled(id, expression), examples.yes(), examples.no());
    for (int i = 0; i < pattern.examples.size(); i++) {
      String example = pattern.examples.get(i);
      check(
          pattern.isTried(example),
          "no keyword of " + id + " is in its example " + (i + 1),
          "add a keyword that the example has");
      check(
          pattern.expression.matcher(example).find(),
          "the pattern " + id + " finds nothing in its example " + (i + 1),
          "correct the expression or the example");
    }
    for (int i = 0; i < pattern.counterexamples.size(); i++) {
      String example = pattern.counterexamples.get(i);
      check(
          !pattern.isTried(example) || !pattern.expression.matcher(example).find(),
          "the pattern " + id + " finds something in its counterexample " + (i + 1),
          "make the expression narrower, or correct the counterexample");
    }
    return pattern;
  }

  /** What a pattern must find something in, and what nothing. */
  public record Examples(List<String> yes, List<String> no) {
    public Examples {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }
  }

  private static Pattern compiled(String id, String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new InvalidArgument(
          "the expression of " + id + " is no RE2: " + e.getDescription(),
          "write it without lookaround and backreferences, which RE2 does not have",
          e);
    }
  }

  private static void checkList(String id, String what, List<String> texts) {
    check(
        texts.size() <= LIST_MAX,
        "the pattern " + id + " has " + texts.size() + " " + what,
        "give " + LIST_MAX + " at most");
    check(
        texts.stream().allMatch(text -> text.length() <= TEXT_MAX),
        "one of the " + what + " of the pattern " + id + " is too long",
        "give texts of " + TEXT_MAX + " characters at most");
  }

  private static void check(boolean holds, String problem, String hint) {
    if (!holds) {
      throw new InvalidArgument(problem, hint);
    }
  }

  private boolean isTried(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return keywords.stream().anyMatch(lower::contains);
  }

  void find(Scan scan) {
    if (!isTried(scan.text())) {
      return;
    }
    int group = expression.groupCount() > 0 ? 1 : 0;
    Matcher matcher = expression.matcher(scan.text());
    while (matcher.find()) {
      if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group)) {
        scan.add(id, SensitiveType.CUSTOM, matcher.start(group), matcher.end(group));
      }
    }
  }
}
