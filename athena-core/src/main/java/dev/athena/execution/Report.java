package dev.athena.execution;

import dev.athena.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report of executions or violations, for people and for programs.
 *
 * <p>Names, actions and targets in it are whatever agents and programs chose. As text and as HTML
 * they cannot pass for anything else: what would steer a terminal or a browser is spelled out.
 */
public final class Report {
  private final Body body;

  /**
   * What all renderings are made of.
   *
   * @param notes what must be known to read it rightly, each a sentence
   * @param picture null if there is nothing to draw
   */
  record Body(
      String title,
      ReportScope scope,
      List<Figure> figures,
      List<String> notes,
      @Nullable Picture picture,
      List<ReportTable> tables) {
    Body {
      figures = List.copyOf(figures);
      notes = List.copyOf(notes);
      tables = List.copyOf(tables);
    }
  }

  /** A number that stands for the whole. */
  record Figure(String name, long value) {}

  /** Bars side by side. */
  record Picture(String title, List<Bar> bars) {
    Picture {
      bars = List.copyOf(bars);
    }

    /** Returns the height of the highest bar. */
    long highest() {
      return bars.stream().mapToLong(Bar::count).max().orElse(0);
    }
  }

  /** One bar. */
  record Bar(String label, long count) {}

  Report(Body body) {
    this.body = body;
  }

  /** Returns the report as plain text; no line of it is made by anything but the report. */
  public String text() {
    return ReportText.of(body);
  }

  /** Returns the report as JSON, with all names as they are. */
  public JsonObject json() {
    return ReportJson.of(body);
  }

  /** Returns the report as one HTML page that needs nothing from elsewhere and runs no script. */
  public String html() {
    return ReportHtml.of(body);
  }
}
