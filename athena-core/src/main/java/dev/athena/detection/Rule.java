package dev.athena.detection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one kind of credential looks like.
 *
 * @param keywords in lower case; where a text has none of them, the pattern is not tried
 * @param pattern has one group, which holds the credential and nothing else
 * @param entropy the least that the credential has, in bits a character
 */
record Rule(String id, SensitiveType type, List<String> keywords, Pattern pattern, double entropy) {
  /** The shortest keyword: shorter ones are in most texts. */
  static final int KEYWORD_LENGTH_MIN = 3;

  Rule {
    keywords = List.copyOf(keywords);
    check(!keywords.isEmpty(), id, "has no keyword");
    for (String keyword : keywords) {
      check(keyword.length() >= KEYWORD_LENGTH_MIN, id, "has the short keyword " + keyword);
      check(keyword.equals(keyword.toLowerCase(Locale.ROOT)), id, "has " + keyword);
    }
    check(pattern.groupCount() == 1, id, "has " + pattern.groupCount() + " groups");
  }

  private static void check(boolean holds, String id, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("the rule " + id + " " + problem);
    }
  }

  /** Returns what this finds in {@code text}. */
  List<Finding> find(String text) {
    List<Finding> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int start = matcher.start(1);
      if (start >= 0
          && matcher.end(1) > start
          && Entropy.of(text.substring(start, matcher.end(1))) >= entropy) {
        found.add(new Finding(id, type, start, matcher.end(1)));
      }
    }
    return found;
  }
}
