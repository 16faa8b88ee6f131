package dev.athena.app.privacy;

import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import java.util.List;

/** Prints what is measured of duties, as text, JSON or HTML. */
final class ReportView {
  private static final String NOTE =
      "This tells what was measured in this home. Whether a law or a standard is met is for people"
          + " to judge. What has a pseudonym is personal data all the same.";

  private final ShellContext context;

  ReportView(ShellContext context) {
    this.context = context;
  }

  void show(Facts facts, String format) {
    List<Duty> duties = Duties.of(facts);
    context
        .terminal()
        .line(
            switch (format) {
              case "text" -> text(facts, duties);
              case "json" -> JsonCodec.writePretty(json(facts, duties));
              case "html" -> html(facts, duties);
              default ->
                  throw new WrongUse("there is no format \"" + format + "\"; text, json, html");
            });
  }

  private static String text(Facts facts, List<Duty> duties) {
    StringBuilder text = new StringBuilder();
    text.append("Privacy, measured ").append(facts.at()).append("\n").append(NOTE).append("\n");
    for (Duty duty : duties) {
      text.append("\n[").append(word(duty)).append("] ").append(duty.where()).append("\n");
      text.append("  asks    ").append(duty.asks()).append("\n");
      text.append("  shows   ").append(duty.shows()).append("\n");
      text.append("  now     ").append(duty.now()).append("\n");
      text.append("  proof   ").append(duty.proof()).append("\n");
    }
    return text.toString().stripTrailing();
  }

  private static JsonObject json(Facts facts, List<Duty> duties) {
    return JsonObject.builder()
        .put("measured_at", facts.at().toString())
        .put("period_days", facts.period().toDays())
        .put("note", NOTE)
        .put("duties", new JsonArray(duties.stream().map(ReportView::json).toList()))
        .build();
  }

  private static Json json(Duty duty) {
    return JsonObject.builder()
        .put("where", duty.where())
        .put("asks", duty.asks())
        .put("shows", duty.shows())
        .put("now", duty.now())
        .put("proof", duty.proof())
        .put("state", WireName.of(duty.state()))
        .build();
  }

  private static String html(Facts facts, List<Duty> duties) {
    StringBuilder rows = new StringBuilder();
    for (Duty duty : duties) {
      rows.append("<tr>");
      List.of(word(duty), duty.where(), duty.asks(), duty.shows(), duty.now(), duty.proof())
          .forEach(cell -> rows.append("<td>").append(escaped(cell)).append("</td>"));
      rows.append("</tr>\n");
    }
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>Privacy, measured</title>
    <style>
    body { font: 15px/1.5 sans-serif; margin: 2em }
    td, th { border-bottom: 1px solid #ccc; padding: .4em .8em; text-align: left; \
    vertical-align: top }
    </style>
    <h1>Privacy, measured %s</h1>
    <p>%s</p>
    <table>
    <tr><th>State</th><th>Where</th><th>Asks</th><th>Shows</th><th>Now</th><th>Proof</th></tr>
    %s</table>
    </html>\
    """
        .formatted(escaped(facts.at().toString()), escaped(NOTE), rows);
  }

  private static String word(Duty duty) {
    return switch (duty.state()) {
      case SHOWN -> "shown";
      case LOOK -> "look at this";
      case PARTLY -> "in part";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
