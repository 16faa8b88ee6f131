package dev.athena.app.transfer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a document into sections at its headings, and long sections at their paragraphs. */
final class Sections {
  /** The longest section in characters: what an embedding model sees of a text. */
  static final int LENGTH_MAX = 2_000;

  private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})[ \\t]+(.*?)[ \\t#]*$");
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*");

  private final List<Section> sections = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private int line;
  private int begins = 1;
  private String fence = "";

  /**
   * One section.
   *
   * @param headings the headings it stands under, the outermost first
   * @param part counts the pieces of a long section from 1
   * @param line where it begins, from 1
   */
  record Section(List<String> headings, int part, int line, String text) {
    Section {
      headings = List.copyOf(headings);
    }
  }

  private Sections() {}

  /** Returns the sections of {@code document} in their order; those without text are left out. */
  static List<Section> of(String document, boolean markdown) {
    Sections sections = new Sections();
    for (String line : document.split("\\R", -1)) {
      sections.line++;
      sections.take(line, markdown);
    }
    sections.end();
    return sections.sections;
  }

  private void take(String text, boolean markdown) {
    Matcher fenced = FENCE.matcher(text);
    if (fenced.matches()) {
      String mark = fenced.group(1);
      if (fence.isEmpty()) {
        fence = mark;
      } else if (mark.startsWith(fence)) {
        fence = "";
      }
    }
    Matcher heading = HEADING.matcher(text);
    if (markdown && fence.isEmpty() && heading.matches()) {
      end();
      open(heading.group(1).length(), heading.group(2).strip());
    } else {
      body.append(text).append('\n');
    }
  }

  private void open(int level, String title) {
    while (!levels.isEmpty() && levels.getLast() >= level) {
      levels.removeLast();
      path.removeLast();
    }
    levels.add(level);
    path.add(title.isEmpty() ? "…" : title);
    begins = line;
  }

  private void end() {
    int part = 1;
    StringBuilder piece = new StringBuilder();
    for (String paragraph : body.toString().strip().split("\\n[ \\t]*\\n", -1)) {
      for (String bit : bits(paragraph)) {
        if (!piece.isEmpty() && piece.length() + bit.length() + 2 > LENGTH_MAX) {
          part = add(piece, part);
        }
        piece.append(piece.isEmpty() ? "" : "\n\n").append(bit);
      }
    }
    add(piece, part);
    body.setLength(0);
    begins = line;
  }

  private int add(StringBuilder piece, int part) {
    if (!piece.toString().isBlank()) {
      sections.add(new Section(path, part, begins, piece.toString().strip()));
      piece.setLength(0);
      return part + 1;
    }
    return part;
  }

  /** A paragraph longer than a section is cut at line breaks or blanks, or else anywhere. */
  private static List<String> bits(String paragraph) {
    List<String> bits = new ArrayList<>();
    String rest = paragraph.stripTrailing();
    while (rest.length() > LENGTH_MAX) {
      int end = Math.max(rest.lastIndexOf('\n', LENGTH_MAX), rest.lastIndexOf(' ', LENGTH_MAX));
      if (end <= 0) {
        end = Character.isHighSurrogate(rest.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
      }
      bits.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    bits.add(rest);
    return bits;
  }
}
