package dev.athena.execution;

import dev.athena.execution.Report.Bar;
import dev.athena.execution.Report.Body;
import dev.athena.execution.Report.Picture;
import dev.athena.json.Json;
import java.util.List;
import java.util.Locale;

/**
 * Writes a report as one HTML page.
 *
 * <p>All words are escaped, and should one slip through, the page forbids scripts and anything from
 * elsewhere.
 */
final class ReportHtml {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #20242a; --faint: #66707c; --paper: #ffffff;
        --rule: #d9dee4; --bar: #b3402f; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4e7ea; --faint: #98a2ad;
        --paper: #15181b; --rule: #363d45; --bar: #e07b68; } }
      body { margin: 2rem auto; padding: 0 1rem; max-width: 64rem; color: var(--ink);
        background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
      h2 { margin-top: 2rem; font-size: 1.15rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-size: 0.95rem; }
      th, td { padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid var(--rule);
        text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      .faint { color: var(--faint); }
      svg { width: 100%; max-width: 45rem; height: auto; }
      svg rect { fill: var(--bar); }
      svg line { stroke: var(--rule); }
      svg text { fill: var(--faint); font: 12px system-ui, sans-serif; }
      """;

  /** The picture, in units of its own. */
  private static final int WIDTH = 720;

  private static final int HEIGHT = 200;
  private static final int TOP = 24;
  private static final int BOTTOM = 176;

  /** With more bars than these, only the first and the last are labelled. */
  private static final int LABELS_MAX = 8;

  private final StringBuilder out = new StringBuilder();

  private ReportHtml() {}

  static String of(Body body) {
    ReportHtml page = new ReportHtml();
    page.head(body.title());
    page.element("h1", body.title());
    page.element("p", ReportText.scope(body.scope()) + ".");
    page.figures(body);
    body.notes().forEach(note -> page.element("p", note));
    Picture picture = body.picture();
    if (picture != null) {
      page.draw(picture);
    }
    body.tables().forEach(page::add);
    page.out.append("</body>\n</html>\n");
    return page.out.toString();
  }

  private void head(String title) {
    out.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        """
            .formatted(ShownText.html(title), STYLE));
  }

  private void figures(Body body) {
    out.append("<table>\n");
    body.figures()
        .forEach(figure ->
            out.append("<tr>")
                .append(cell("th", Json.of(ReportTable.words(figure.name()))))
                .append(cell("td", Json.of(figure.value())))
                .append("</tr>\n"));
    out.append("</table>\n");
  }

  private void add(ReportTable table) {
    if (table.rows().isEmpty()) {
      return;
    }
    heading(ReportTable.words(table.name()));
    out.append("<div class=\"wide\"><table>\n<tr>");
    List<Json> first = table.rows().getFirst();
    for (int i = 0; i < first.size(); i++) {
      String kind = first.get(i) instanceof Json.Num ? "th class=\"number\"" : "th";
      out.append("<%s>%s</th>".formatted(kind, words(table.columns().get(i))));
    }
    out.append("</tr>\n");
    for (List<Json> row : table.rows()) {
      out.append("<tr>");
      row.forEach(cell -> out.append(cell("td", cell)));
      out.append("</tr>\n");
    }
    out.append("</table></div>\n");
    if (table.leftOff() > 0) {
      out.append("<p class=\"faint\">… and %d more</p>\n".formatted(table.leftOff()));
    }
  }

  private void draw(Picture picture) {
    heading(picture.title());
    out.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, HEIGHT, ShownText.html(picture.title())));
    out.append(label(0, "start", "most: " + picture.highest(), TOP - 10));
    List<Bar> bars = picture.bars();
    for (int i = 0; i < bars.size(); i++) {
      bar(bars.get(i), i, picture);
    }
    out.append(
        "<line x1=\"0\" y1=\"%1$d\" x2=\"%2$d\" y2=\"%1$d\"/>\n</svg>\n".formatted(BOTTOM, WIDTH));
  }

  private void bar(Bar bar, int place, Picture picture) {
    int bars = picture.bars().size();
    double slot = (double) WIDTH / bars;
    double height = (double) (BOTTOM - TOP) * bar.count() / Math.max(1, picture.highest());
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %d</title></rect>\n",
            place * slot + slot * 0.1,
            BOTTOM - height,
            slot * 0.8,
            height,
            ShownText.html(bar.label()),
            bar.count()));
    if (bars <= LABELS_MAX) {
      out.append(label((place + 0.5) * slot, "middle", bar.label(), BOTTOM + 16));
    } else if (place == 0) {
      out.append(label(0, "start", bar.label(), BOTTOM + 16));
    } else if (place == bars - 1) {
      out.append(label(WIDTH, "end", bar.label(), BOTTOM + 16));
    }
  }

  private static String label(double x, String anchor, String text, int y) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
        x,
        y,
        anchor,
        ShownText.html(text));
  }

  private static String cell(String element, Json cell) {
    String mark = cell instanceof Json.Num ? " class=\"number\"" : "";
    return "<%1$s%2$s>%3$s</%1$s>"
        .formatted(element, mark, ShownText.html(ReportTable.shown(cell)));
  }

  private static String words(String wireName) {
    return ShownText.html(ReportTable.words(wireName));
  }

  private void heading(String words) {
    element("h2", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
  }

  private void element(String name, String text) {
    out.append("<%1$s>%2$s</%1$s>\n".formatted(name, ShownText.html(text)));
  }
}
