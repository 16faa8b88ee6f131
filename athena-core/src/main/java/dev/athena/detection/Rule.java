package dev.athena.detection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of credential looks like.
 *
 * @param keywords in lower case; where a text has none of them, the pattern is not tried
 * @param pattern has groups of which one matches, and that one holds the credential and nothing
 *     else
 * @param reach how far the pattern sees from the beginning of a keyword, where it has to begin with
 *     one; 0 if it may begin anywhere
 * @param signs what stands within reach wherever the pattern matches, or else in the text
 * @param filter what the credential must be besides
 */
record Rule(
    String id,
    SensitiveType type,
    List<String> keywords,
    Pattern pattern,
    int reach,
    Signs signs,
    Filter filter) {
  /** The shortest keyword: shorter ones are in most texts. */
  static final int KEYWORD_LENGTH_MIN = 3;

  /** The longest reach: a private key of a kind that is in use is shorter. */
  static final int REACH_MAX = 16_384;

  Rule {
    keywords = List.copyOf(keywords);
    check(!keywords.isEmpty(), id, "has no keyword");
    for (String keyword : keywords) {
      check(keyword.length() >= KEYWORD_LENGTH_MIN, id, "has the short keyword " + keyword);
      check(keyword.equals(keyword.toLowerCase(Locale.ROOT)), id, "has " + keyword);
    }
    check(pattern.groupCount() >= 1, id, "has no group");
    check(reach > 0 || !signs.near(), id, "has near signs, and no reach");
    check(reach >= 0 && reach <= REACH_MAX, id, "has the reach " + reach);
  }

  private static void check(boolean holds, String id, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("the rule " + id + " " + problem);
    }
  }

  /** Tells whether the pattern has to begin where a keyword does. */
  boolean beginsWithKeyword() {
    return reach > 0;
  }

  /** Returns what this finds anywhere in {@code text}. */
  List<Finding> find(String text) {
    if (!signs.mayMatch(text, 0, 0, text.length())) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      Finding finding = finding(matcher, text, 0);
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }

  /**
   * Adds what this finds where a keyword stands.
   *
   * @return where the match ends, whether it is a finding or not; 0 if there is none
   */
  int findAt(String text, Span keyword, List<Finding> found) {
    int start = keyword.start();
    int end = Math.min(text.length(), start + reach);
    if (!signs.mayMatch(text, start, keyword.end(), end)) {
      return 0;
    }
    Matcher matcher = pattern.matcher(text.substring(start, end));
    if (!matcher.lookingAt()) {
      return 0;
    }
    Finding finding = finding(matcher, text, start);
    if (finding != null) {
      found.add(finding);
    }
    return start + matcher.end();
  }

  private @Nullable Finding finding(Matcher matcher, String text, int from) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group)) {
        Candidate candidate =
            new Candidate(
                text,
                from + matcher.start(),
                from + matcher.start(group),
                from + matcher.end(group));
        Candidate value = candidate.isQuoted() ? candidate : BareValue.of(candidate);
        return filter.passes(value) ? new Finding(id, type, value.start(), value.end()) : null;
      }
    }
    return null;
  }
}
