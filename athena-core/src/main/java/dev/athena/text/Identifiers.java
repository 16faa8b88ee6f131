package dev.athena.text;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names with joints, kept whole: paths, addresses, qualified names, versions, flags, issue numbers.
 *
 * <p>Of {@code /src/main/FooBar.java} these are the name as it stands, the name without what leads
 * it, and those pieces between its larger joints that have joints themselves: here {@code
 * foobar.java}. All are in lower case and not stemmed.
 */
final class Identifiers {
  private static final String JOINTS = "_-./\\:@#$+=?&%~";
  private static final String LARGE_JOINTS = "/\\:@#=?&";

  /** What may lead a name and belongs to it. */
  private static final Set<String> LEADS =
      Set.of("#", "@", "$", ".", "/", "\\", "-", "--", "_", "__", "~/", "./", "../");

  /** Which of the first characters are joints: nearly every character of a text is asked for. */
  private static final BitSet IS_JOINT = new BitSet(128);

  static {
    JOINTS.chars().forEach(IS_JOINT::set);
  }

  private Identifiers() {}

  /** Counts the whole names in {@code plain}. */
  static void count(String plain, TermCounter counter) {
    int start = -1;
    boolean joined = false;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      boolean isJoint = isJoint(c);
      if (isJoint || isLetterOrDigit(c)) {
        start = start < 0 ? i : start;
        joined |= isJoint;
      } else {
        if (joined) {
          countName(plain.substring(start, i), counter);
        }
        start = -1;
        joined = false;
      }
    }
  }

  private static void countName(String name, TermCounter counter) {
    int first = 0;
    while (first < name.length() && isJoint(name.charAt(first))) {
      first++;
    }
    if (first == name.length()) {
      return;
    }
    String core = core(name, first);
    String lead = name.substring(0, first);
    if (LEADS.contains(lead)) {
      add(lead + core, counter);
    }
    if (hasJoint(core)) {
      add(core, counter);
      countWithoutLine(core, counter);
      countPieces(core, counter);
    }
  }

  /** The name from its first to its last letter or digit, and the end of {@code c++} and c#. */
  private static String core(String name, int first) {
    int end = name.length();
    while (isJoint(name.charAt(end - 1))) {
      end--;
    }
    if (name.startsWith("++", end)) {
      end += 2;
    } else if (name.startsWith("#", end)) {
      end += 1;
    }
    return name.substring(first, end);
  }

  /** Of {@code src/Foo.java:12:3} the path alone; of {@code Foo.java:12} it is a piece. */
  private static void countWithoutLine(String core, TermCounter counter) {
    int end = core.length();
    int colon = core.lastIndexOf(':');
    while (colon > 0 && colon < end - 1 && isNumber(core, colon + 1, end)) {
      end = colon;
      colon = core.lastIndexOf(':', colon - 1);
    }
    String path = core.substring(0, end);
    if (end < core.length() && path.chars().anyMatch(c -> LARGE_JOINTS.indexOf(c) >= 0)) {
      add(path, counter);
    }
  }

  private static boolean isNumber(String name, int from, int to) {
    return name.substring(from, to).chars().allMatch(Character::isDigit);
  }

  private static void countPieces(String core, TermCounter counter) {
    int start = 0;
    for (int i = 0; i <= core.length(); i++) {
      if (i == core.length() || LARGE_JOINTS.indexOf(core.charAt(i)) >= 0) {
        String piece = core.substring(start, i);
        if (piece.length() < core.length() && hasJoint(piece)) {
          add(piece, counter);
        }
        start = i + 1;
      }
    }
  }

  private static void add(String name, TermCounter counter) {
    if (name.length() <= TextAnalysis.TERM_LENGTH_MAX) {
      counter.add(name.toLowerCase(Locale.ROOT));
    }
  }

  private static boolean hasJoint(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (isJoint(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isJoint(char c) {
    return IS_JOINT.get(c);
  }

  /** Scripts that write without spaces begin beyond Thai and are not part of names. */
  private static boolean isLetterOrDigit(char c) {
    return c < '\u0E00' && Character.isLetterOrDigit(c);
  }
}
