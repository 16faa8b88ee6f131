package dev.athena.execution;

import dev.athena.error.Characters;
import dev.athena.json.Json;
import java.util.List;

/**
 * A table of a report.
 *
 * @param name its name on the wire, as are those of its columns
 * @param leftOff how many rows it has no place for
 */
record ReportTable(String name, List<String> columns, List<List<Json>> rows, int leftOff) {
  /** The most rows of a table. */
  static final int ROWS_MAX = 50;

  /** The longest text of a cell, in characters. */
  static final int CELL_LENGTH_MAX = 500;

  ReportTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns a table of the first {@code max} of {@code rows}. */
  static ReportTable ofFirst(int max, String name, List<String> columns, List<List<Json>> rows) {
    int shown = Math.min(max, rows.size());
    return new ReportTable(name, columns, rows.subList(0, shown), rows.size() - shown);
  }

  /** Returns a cell, cut if it is too long. */
  static Json cell(String text) {
    String first = Characters.first(text, CELL_LENGTH_MAX);
    return Json.of(first.length() < text.length() ? first + "…" : text);
  }

  /** Returns a cell as text. */
  static String shown(Json cell) {
    return switch (cell) {
      case Json.Text(String text) -> text;
      case Json.Num(var number) -> number.toPlainString();
      default -> throw new IllegalStateException("no cell is a " + cell.typeName());
    };
  }

  /** Returns a name on the wire as words. */
  static String words(String wireName) {
    return wireName.replace('_', ' ');
  }
}
