package dev.athena.app.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing with its properties, long ones wrapped. */
public final class Card {
  private static final String INDENT = "  ";
  private static final int TEXT_WIDTH_MIN = 20;

  private final String title;
  private final Map<String, String> properties = new LinkedHashMap<>();

  private Card(String title) {
    this.title = title;
  }

  /** Returns a card without properties. */
  public static Card of(String title) {
    return new Card(title);
  }

  /** Adds or replaces a property. */
  public Card with(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /** Returns the lines as they are written. */
  List<String> lines(int width, Styling styling) {
    int names = properties.keySet().stream().mapToInt(String::length).max().orElse(0);
    int textWidth = Math.max(TEXT_WIDTH_MIN, width - names - 2 * INDENT.length());
    List<String> lines = new ArrayList<>();
    lines.add(styling.apply(Style.STRONG, title));
    properties.forEach((name, value) -> {
      String head = name + " ".repeat(names - name.length());
      for (String part : wrapped(value, textWidth)) {
        lines.add((INDENT + styling.apply(Style.FAINT, head) + INDENT + part).stripTrailing());
        head = " ".repeat(names);
      }
    });
    return lines;
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
