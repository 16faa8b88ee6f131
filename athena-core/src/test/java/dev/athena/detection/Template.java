package dev.athena.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with random parts, as the files of rules have them: {@code {36:A-Za-z0-9}} stands for 36
 * characters of a class. So nothing that looks like a credential stands in any file.
 */
record Template(String text) {
  private static final Pattern PART = Pattern.compile("\\{(\\d+):([^}]+)\\}");

  /** Returns a text that this stands for. */
  String filled(RandomGenerator random) {
    return PART.matcher(text).replaceAll(part -> quoted(part, random));
  }

  private static String quoted(MatchResult part, RandomGenerator random) {
    String alphabet = alphabet(part.group(2));
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < Integer.parseInt(part.group(1)); i++) {
      made.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return Matcher.quoteReplacement(made.toString());
  }

  /** Returns the characters of a class, as a regular expression has it between brackets. */
  private static String alphabet(String written) {
    List<Character> characters = new ArrayList<>();
    for (int i = 0; i < written.length(); i++) {
      char first = written.charAt(i);
      if (first == '\\') {
        i++;
        characters.add(written.charAt(i));
      } else if (i + 2 < written.length() && written.charAt(i + 1) == '-') {
        for (char one = first; one <= written.charAt(i + 2); one++) {
          characters.add(one);
        }
        i += 2;
      } else {
        characters.add(first);
      }
    }
    StringBuilder alphabet = new StringBuilder();
    characters.forEach(alphabet::append);
    return alphabet.toString();
  }
}
