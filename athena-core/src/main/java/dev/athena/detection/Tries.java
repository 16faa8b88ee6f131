package dev.athena.detection;

import java.util.List;

/**
 * The places of one text where one rule is tried. A keyword may stand in what was matched from
 * another one on, and the rule is tried there too, but not so often that the time grows with the
 * square of the length.
 */
final class Tries {
  /** How often a rule is tried within what it matched already. */
  static final int WITHIN_MAX = 12;

  private final Rule rule;
  private final String text;
  private int last = -1;
  private int matchedUntil;
  private int within;

  Tries(Rule rule, String text) {
    this.rule = rule;
    this.text = text;
  }

  /** Tries the rule where a keyword stands; places come in their order. */
  void at(Span keyword, List<Finding> found) {
    if (keyword.start() == last) {
      return;
    }
    last = keyword.start();
    within = last < matchedUntil ? within + 1 : 0;
    if (within <= WITHIN_MAX) {
      matchedUntil = Math.max(matchedUntil, rule.findAt(text, keyword, found));
    }
  }
}
