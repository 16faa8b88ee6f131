package dev.athena.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A command line in which the name of the command is one word, also where it is typed as two.
 *
 * @param command the name of the command; empty if there is none, or an option of no command
 */
record CommandWords(String command, List<String> words) {
  /** The options that may stand before the command and take a value. */
  private static final Set<String> WITH_VALUE = Set.of("--home", "--project");

  CommandWords {
    words = List.copyOf(words);
  }

  /** Returns the words of {@code arguments}; {@code names} are those of all commands. */
  static CommandWords of(String[] arguments, Collection<String> names) {
    int at = place(arguments);
    if (at >= arguments.length) {
      return new CommandWords("", Arrays.asList(arguments));
    }
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    if (at + 1 < arguments.length) {
      String both = arguments[at] + " " + arguments[at + 1];
      if (names.contains(both)) {
        words.remove(at);
        words.set(at, both);
      }
    }
    return new CommandWords(words.get(at), words);
  }

  /** Returns where the command stands; the number of arguments if it stands nowhere. */
  private static int place(String[] arguments) {
    int at = 0;
    while (at < arguments.length && arguments[at].startsWith("-")) {
      String word = arguments[at];
      if (WITH_VALUE.contains(word)) {
        at += 2;
      } else if (WITH_VALUE.stream().anyMatch(option -> word.startsWith(option + "="))) {
        at++;
      } else {
        return arguments.length;
      }
    }
    return at;
  }

  String[] toArray() {
    return words.toArray(String[]::new);
  }
}
