package dev.athena.detection;

import dev.athena.error.InvalidArgument;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names and terms that somebody declared to be private, and that are found wherever they stand as
 * whole words, in any case. Immutable: for others make another.
 */
public final class KnownNames {
  /** The most names there can be. */
  public static final int NAMES_MAX = 100_000;

  /** The shortest name. */
  public static final int LENGTH_MIN = 2;

  /** The longest name. */
  public static final int LENGTH_MAX = 200;

  /** The most characters that all names have together. */
  public static final int CHARACTERS_MAX = 4_000_000;

  /** None at all. */
  public static final KnownNames NONE = KnownNames.of(List.of());

  private static final String RULE = "known-name";

  /** The scripts that put no blanks between words. */
  private static final Set<Character.UnicodeScript> UNSPACED =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI);

  private final WordAutomaton automaton;
  private final int size;

  private KnownNames(Set<String> folded) {
    this.automaton = new WordAutomaton(folded);
    this.size = folded.size();
  }

  /**
   * Makes them of {@code names}; those that differ only in case or blanks are one.
   *
   * @throws InvalidArgument if there are too many, or one is too short or too long
   */
  public static KnownNames of(Collection<String> names) {
    if (names.size() > NAMES_MAX) {
      throw new InvalidArgument(
          "%,d names are declared".formatted(names.size()),
          "declare %,d at most, those that matter most".formatted(NAMES_MAX));
    }
    Set<String> folded = new LinkedHashSet<>();
    long characters = 0;
    for (String name : names) {
      String one = folded(name);
      if (one.length() < LENGTH_MIN || name.length() > LENGTH_MAX) {
        throw new InvalidArgument(
            "a declared name has " + name.length() + " characters",
            "declare names of %d to %d characters".formatted(LENGTH_MIN, LENGTH_MAX));
      }
      characters += one.length();
      folded.add(one);
    }
    if (characters > CHARACTERS_MAX) {
      throw new InvalidArgument(
          "the declared names have %,d characters".formatted(characters),
          "declare names of %,d characters in all".formatted(CHARACTERS_MAX));
    }
    return new KnownNames(folded);
  }

  /** Returns a name as it is compared with others. */
  static String folded(String name) {
    return FoldedText.of(name.strip()).toString();
  }

  /** Returns how many there are. */
  public int size() {
    return size;
  }

  void find(Scan scan) {
    if (size == 0) {
      return;
    }
    FoldedText text = FoldedText.of(scan.text());
    automaton.find(
        text.characters(),
        (end, length) -> {
          int start = end - length;
          if (isEdge(text, start) && isEdge(text, end)) {
            scan.add(RULE, SensitiveType.NAME, text.origin(start), text.origin(end));
          }
        });
  }

  /**
   * Returns whether a word ends or begins before {@code index}: also between the characters of
   * scripts that put no blanks between words.
   */
  private static boolean isEdge(FoldedText text, int index) {
    if (index == 0 || index == text.length()) {
      return true;
    }
    char before = text.charAt(index - 1);
    char after = text.charAt(index);
    return !isWord(before) || !isWord(after) || isUnspaced(before) || isUnspaced(after);
  }

  private static boolean isWord(char one) {
    return Edges.isWord(one) || Character.isSurrogate(one);
  }

  private static boolean isUnspaced(char one) {
    return one >= 0x0e00 && UNSPACED.contains(Character.UnicodeScript.of(one));
  }
}
