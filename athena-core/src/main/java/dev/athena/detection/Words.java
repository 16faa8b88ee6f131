package dev.athena.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that a name is made of: signs, capital letters and digits separate them. */
final class Words {
  private Words() {}

  /** Returns the words in lower case; {@code dbPassword}, {@code DB_PASSWORD} have the same. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char one = name.charAt(i);
      if (!Character.isLetter(one) || beginsHump(name, i)) {
        end(word, words);
      }
      if (Character.isLetter(one)) {
        word.append(one);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  private static boolean beginsHump(String name, int at) {
    if (at == 0 || !Character.isUpperCase(name.charAt(at))) {
      return false;
    }
    boolean nextIsSmall = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return Character.isLowerCase(name.charAt(at - 1)) || nextIsSmall;
  }
}
