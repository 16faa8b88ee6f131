package dev.athena.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a certain width; line breaks of the text stay. */
public final class Paragraphs {
  private Paragraphs() {}

  /** Returns the lines of {@code text}, none longer than {@code width}. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : printable(text).strip().split("\\R", -1)) {
      wrap(paragraph, width, lines);
    }
    return lines;
  }

  /** Returns {@code text} without what would steer the terminal. */
  public static String printable(String text) {
    return text.replace("\t", "  ").replaceAll("[\\p{Cntrl}&&[^\r\n]]", "�");
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    String rest = paragraph.stripTrailing();
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      boolean hard = space <= rest.length() - rest.stripLeading().length();
      int end = hard ? width : space;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
  }
}
