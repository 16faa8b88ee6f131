package dev.athena.operation;

import java.util.ArrayList;
import java.util.List;

/** Documentation as lines that are no longer than a page is wide. */
final class DocLines {
  private static final int WIDTH = 88;
  private static final int STEP = 4;

  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Adds sentences, apart from what is above. */
  DocLines paragraph(String text) {
    return text.isBlank() ? this : gap().wrap(text, "", "");
  }

  /** Adds an empty line, unless nothing is above. */
  DocLines gap() {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return this;
  }

  /** Adds a line as it is. */
  DocLines line(String text) {
    lines.add(text);
    return this;
  }

  /** Adds an entry of a list that lies {@code depth} deep; what does not fit stands below it. */
  DocLines entry(String text, int depth) {
    return wrap(text, " ".repeat(STEP * depth), " ".repeat(STEP * (depth + 1)));
  }

  private DocLines wrap(String text, String indent, String hanging) {
    StringBuilder line = new StringBuilder(indent);
    boolean begun = false;
    for (String word : text.strip().split("\\s+", -1)) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(hanging).append(word);
      } else {
        line.append(begun ? " " : "").append(word);
      }
      begun = true;
    }
    lines.add(line.toString());
    return this;
  }
}
