package dev.athena.app.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under headings; a last column that is too wide for the terminal is cut. */
public final class Table {
  private static final String GAP = "  ";
  private static final int LAST_WIDTH_MIN = 10;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headings) {
    this.headings = headings;
  }

  /** Returns a table without rows. */
  public static Table of(String... headings) {
    return new Table(List.of(headings));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if there are not as many cells as headings
   */
  public Table row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells under " + headings.size() + " headings");
    }
    rows.add(Arrays.stream(cells).map(Table::onOneLine).toList());
    return this;
  }

  /** Returns the lines as they are written. */
  List<String> lines(int width, Styling styling) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.add(styling.apply(Style.STRONG, line(headings, widths)));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int[] widths(int width) {
    int[] widths = new int[headings.size()];
    for (int column = 0; column < widths.length; column++) {
      int at = column;
      widths[column] =
          Math.max(
              headings.get(at).length(),
              rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    int last = widths.length - 1;
    int before = Arrays.stream(widths, 0, last).map(each -> each + GAP.length()).sum();
    widths[last] = Math.min(widths[last], Math.max(LAST_WIDTH_MIN, width - before));
    return widths;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cut(cells.get(column), widths[column]);
      line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - 1) + "…";
  }

  private static String onOneLine(String cell) {
    return cell.replaceAll("\\R", " ").strip();
  }
}
