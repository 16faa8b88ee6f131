package dev.athena.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits in a text with the signs between them that telephone numbers have.
 *
 * @param groups where each group stands
 */
record DigitGroups(String source, List<Span> groups) {
  /** So many groups are read at once. */
  private static final int GROUPS_MAX = 64;

  /** National numbers have so many digits; shorter ones are local. */
  private static final int NATIONAL_MIN = 9;

  private static final List<String> JOINTS =
      List.of(
          " ", "-", ".", "/", ") ", ")", ").", " (", "(", ")-", "-(", " - ", " / ", "\u00a0",
          "\u2013");

  DigitGroups {
    groups = List.copyOf(groups);
  }

  /** Reads the groups that begin at {@code start}, where a digit stands. */
  static DigitGroups at(String text, int start) {
    List<Span> groups = new ArrayList<>();
    int from = start;
    while (groups.size() < GROUPS_MAX) {
      int end = from;
      while (end < text.length() && Edges.isDigit(text.charAt(end))) {
        end++;
      }
      groups.add(new Span(from, end));
      int next = end;
      while (next < text.length()
          && next - end <= Scan.APART
          && !Edges.isDigit(text.charAt(next))) {
        next++;
      }
      boolean joined =
          next < text.length()
              && Edges.isDigit(text.charAt(next))
              && JOINTS.contains(text.substring(end, next));
      if (!joined) {
        break;
      }
      from = next;
    }
    return new DigitGroups(text, groups);
  }

  int size() {
    return groups.size();
  }

  DigitGroups part(int first, int last) {
    return new DigitGroups(source, groups.subList(first, last + 1));
  }

  int digits() {
    return groups.stream().mapToInt(DigitGroups::length).sum();
  }

  private static int length(Span group) {
    return group.end() - group.start();
  }

  private int length(int index) {
    return length(groups.get(index));
  }

  private String group(int index) {
    return source.substring(groups.get(index).start(), groups.get(index).end());
  }

  private String joint(int index) {
    return source.substring(groups.get(index).end(), groups.get(index + 1).start());
  }

  /** Where it begins, with the plus and the bracket before the first group. */
  int start() {
    int start = groups.getFirst().start();
    if (start > 0 && source.charAt(start - 1) == '(' && hasClosing()) {
      start--;
    }
    if (start > 0 && source.charAt(start - 1) == '+') {
      start--;
    }
    if (start > 0
        && source.charAt(start - 1) == '('
        && source.charAt(start) == '+'
        && hasClosing()) {
      start--;
    }
    return start;
  }

  private boolean hasClosing() {
    return source.substring(groups.getFirst().start(), end()).indexOf(')') >= 0;
  }

  int end() {
    return groups.getLast().end();
  }

  /** Returns whether it stands at the beginning of a line, where a plus may mark what was added. */
  boolean beginsLine() {
    return start() == 0 || source.charAt(start() - 1) == '\n';
  }

  /** Where it ends, with an extension such as x123 or ext. 123. */
  int endWithExtension() {
    int end = end();
    String rest = source.substring(end, Math.min(source.length(), end + 14));
    int at = 0;
    while (at < rest.length() && " ,".indexOf(rest.charAt(at)) >= 0) {
      at++;
    }
    for (String word : List.of("extension", "ext.", "ext", "x")) {
      if (rest.regionMatches(true, at, word, 0, word.length())) {
        int from = at + word.length();
        from += from < rest.length() && rest.charAt(from) == ' ' ? 1 : 0;
        int to = from;
        while (to < rest.length() && Edges.isDigit(rest.charAt(to))) {
          to++;
        }
        return to > from ? end + to : end;
      }
    }
    return end;
  }

  String text() {
    return source.substring(start(), end());
  }

  String onlyDigits() {
    StringBuilder all = new StringBuilder();
    groups.forEach(group -> all.append(source, group.start(), group.end()));
    return all.toString();
  }

  boolean hasPlus() {
    return text().indexOf('+') >= 0;
  }

  /** Returns whether it is no piece of a word, a larger number, an amount or a path. */
  boolean standsAlone() {
    int start = start();
    int end = end();
    if (!Edges.isFreeBefore(source, start)
        || (start > 0 && "$€£#".indexOf(source.charAt(start - 1)) >= 0)) {
      return false;
    }
    if (endWithExtension() > end || end == source.length()) {
      return true;
    }
    char after = source.charAt(end);
    boolean more = end + 1 < source.length() && Edges.isDigit(source.charAt(end + 1));
    return Edges.isFreeAfter(source, end)
        && after != '%'
        && after != '@'
        && !(more && ":,/".indexOf(after) >= 0);
  }

  /** Returns whether it is a day, a range of years, an address of the internet or a fraction. */
  boolean isSomethingElse() {
    int first = length(0);
    if (hasPlus()) {
      return false;
    }
    if (size() == 1) {
      return false;
    }
    boolean year = first == 4 && (group(0).startsWith("19") || group(0).startsWith("20"));
    if (year && (length(1) <= 2 || (size() == 2 && length(1) == 4))) {
      return true;
    }
    if (size() >= 3 && first <= 2 && length(1) <= 2 && length(2) == 4 && isDayShaped()) {
      return true;
    }
    if (group(0).equals("0") && joint(0).equals(".")) {
      return true;
    }
    return (size() == 2 && joint(0).equals(".")) || isAddressOrVersion();
  }

  private boolean isDayShaped() {
    return joint(0).equals(joint(1)) && !joint(0).equals(" ");
  }

  /** An address of the internet, or the version after the name of a program. */
  private boolean isAddressOrVersion() {
    boolean program = start() >= 2 && source.charAt(start() - 1) == '/' && joint(0).equals(".");
    if (program && Edges.isWord(source.charAt(start() - 2))) {
      return true;
    }
    boolean dots = size() == 4;
    for (int i = 0; i < size() - 1 && dots; i++) {
      dots = joint(i).equals(".") && length(i) <= 3;
    }
    return dots && length(size() - 1) <= 3;
  }

  /** Returns whether it has the groups 3-3-4, with or without a 1 before. */
  boolean isNorthAmerican() {
    int first = group(0).equals("1") || group(0).equals("001") ? 1 : 0;
    return size() == first + 3
        && length(first) == 3
        && length(first + 1) == 3
        && length(first + 2) == 4;
  }

  /** Returns whether the signs are those of North America, and no group begins as none does. */
  boolean hasStrongSigns() {
    int first = size() - 3;
    boolean bracket = joint(first).startsWith(")");
    boolean same = joint(first).equals(joint(first + 1)) && "-.".contains(joint(first));
    return (bracket || same) && group(first).charAt(0) > '1' && group(first + 1).charAt(0) > '1';
  }

  /**
   * Returns whether it has groups, begins with a nought as national numbers do, and is no table.
   */
  boolean isNational() {
    boolean bracket = source.charAt(start()) == '(';
    boolean postcode = size() == 2 && length(0) == 5 && length(1) == 4 && joint(0).equals("-");
    if (size() < 2
        || digits() < NATIONAL_MIN
        || postcode
        || group(0).charAt(0) != '0'
        || (length(0) < 2 && !bracket)) {
      return false;
    }
    for (int i = 1; i < size(); i++) {
      if (length(i) < 2) {
        return false;
      }
    }
    return true;
  }
}
