package dev.athena.execution;

import dev.athena.error.Characters;
import dev.athena.execution.Report.Bar;
import dev.athena.execution.Report.Body;
import dev.athena.execution.Report.Figure;
import dev.athena.execution.Report.Picture;
import dev.athena.json.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report as plain text, in columns for a font of one width. */
final class ReportText {
  /** The widest cell, in characters. */
  static final int CELL_WIDTH_MAX = 60;

  private static final int BAR_WIDTH = 40;

  private final StringBuilder out = new StringBuilder();

  private ReportText() {}

  static String of(Body body) {
    ReportText text = new ReportText();
    text.head(body);
    Picture picture = body.picture();
    if (picture != null) {
      text.draw(picture);
    }
    body.tables().forEach(text::add);
    return text.out.toString();
  }

  /** Returns what a report is about, in one sentence without its full stop. */
  static String scope(ReportScope scope) {
    return "Project %s of tenant %s, from %s until before %s, with days as in %s"
        .formatted(
            scope.namespace().project(),
            scope.namespace().tenant(),
            time(scope.from(), scope),
            time(scope.to(), scope),
            scope.zone().getId());
  }

  private static String time(Instant time, ReportScope scope) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(scope.zone()));
  }

  private void head(Body body) {
    line(body.title());
    line(ShownText.plain(scope(body.scope())) + ".");
    line("");
    List<List<String>> figures = new ArrayList<>();
    for (Figure figure : body.figures()) {
      figures.add(List.of(ReportTable.words(figure.name()), String.valueOf(figure.value())));
    }
    columns(figures, List.of(false, true));
    body.notes().forEach(note -> line(ShownText.plain(note)));
  }

  private void draw(Picture picture) {
    heading(picture.title());
    List<List<String>> rows = new ArrayList<>();
    for (Bar bar : picture.bars()) {
      if (bar.count() > 0) {
        long length = Math.max(1, BAR_WIDTH * bar.count() / picture.highest());
        rows.add(
            List.of(
                ShownText.plain(bar.label(), CELL_WIDTH_MAX),
                String.valueOf(bar.count()),
                "#".repeat((int) length)));
      }
    }
    columns(rows, List.of(false, true, false));
  }

  private void add(ReportTable table) {
    if (table.rows().isEmpty()) {
      return;
    }
    heading(ReportTable.words(table.name()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(ReportTable::words).toList());
    for (List<Json> row : table.rows()) {
      rows.add(row.stream().map(ReportText::cell).toList());
    }
    columns(rows, table.rows().getFirst().stream().map(Json.Num.class::isInstance).toList());
    if (table.leftOff() > 0) {
      line("… and %d more".formatted(table.leftOff()));
    }
  }

  private static String cell(Json cell) {
    return ShownText.plain(ReportTable.shown(cell), CELL_WIDTH_MAX);
  }

  private void heading(String words) {
    line("");
    line(words.toUpperCase(Locale.ROOT));
  }

  /** Adds rows of cells in columns, of which some are flush right. */
  private void columns(List<List<String>> rows, List<Boolean> right) {
    int[] widths = new int[right.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Characters.count(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - Characters.count(row.get(i)));
        line.append(i == 0 ? "" : "  ");
        line.append(right.get(i) ? space + row.get(i) : row.get(i) + space);
      }
      line(line.toString().stripTrailing());
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
