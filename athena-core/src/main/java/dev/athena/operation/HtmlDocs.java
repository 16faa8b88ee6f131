package dev.athena.operation;

import dev.athena.json.JsonCodec;
import java.util.List;

/** Writes documentation as HTML: one page that needs nothing from elsewhere. */
final class HtmlDocs {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --text: #1c1f23; --soft: #59636e; --back: #ffffff;
        --panel: #f4f6f8; --line: #d5dbe1; --link: #0b5cad; }
      @media (prefers-color-scheme: dark) { :root { --text: #e6e9ed; --soft: #9aa5b1;
        --back: #14171a; --panel: #1e2328; --line: #343b43; --link: #7ab7ff; } }
      body { color: var(--text); background: var(--back); margin: 0 auto; padding: 1.5rem;
        max-width: 60rem; font: 1rem/1.55 system-ui, sans-serif; }
      a { color: var(--link); }
      h2, h3 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
      h4 { margin-bottom: 0.3rem; }
      code, pre { font: 0.9em/1.5 ui-monospace, monospace; background: var(--panel);
        border-radius: 4px; }
      code { padding: 0.1em 0.3em; }
      pre { padding: 0.8rem; overflow-x: auto; }
      pre code { padding: 0; font-size: 1em; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-size: 0.95em; }
      th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0;
        border-bottom: 1px solid var(--line); }
      .soft { color: var(--soft); }
      """;

  private final StringBuilder out = new StringBuilder();

  private HtmlDocs() {}

  /** Returns a whole page around {@code body}. */
  static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s</body>
    </html>
    """
        .formatted(escaped(title), STYLE, body);
  }

  static String title() {
    return tag("h1", escaped(DocWords.TITLE)) + tag("p", escaped(DocWords.INTRODUCTION));
  }

  /** Returns the part of an index that one category takes. */
  static String category(String name, String summary, List<OperationSpec> operations) {
    HtmlDocs part = new HtmlDocs();
    part.add("h2", escaped(DocWords.capitalised(name)));
    part.add("p", escaped(summary));
    part.out.append("<ul>\n");
    for (OperationSpec spec : operations) {
      String link =
          "<a href=\"#%s\"><code>%s</code></a>".formatted(anchor(spec), escaped(spec.name()));
      part.add("li", link + " " + escaped(spec.summary()));
    }
    part.out.append("</ul>\n");
    return part.out.toString();
  }

  static String operation(OperationSpec spec, DetailLevel detail) {
    HtmlDocs part = new HtmlDocs();
    part.out.append("<h3 id=\"%s\">%s</h3>\n".formatted(anchor(spec), escaped(spec.name())));
    if (detail != DetailLevel.NAMES) {
      part.add("p", escaped(spec.summary()));
    }
    part.code(spec.signature());
    switch (detail) {
      case NAMES -> {}
      case SUMMARY -> part.add("p", "Answers with: " + escaped(spec.returns()));
      case FULL -> part.full(spec);
    }
    return part.out.toString();
  }

  private void full(OperationSpec spec) {
    add("p", escaped(spec.details()));
    parameters(DocField.ofParameters(spec));
    answer(spec);
    add("h4", "Example");
    DocWords.python(spec).ifPresent(this::code);
    code(JsonCodec.writePretty(Examples.shown(spec)));
    add("h4", "Errors");
    out.append("<ul>\n");
    DocWords.failures(spec)
        .forEach(
            code -> add("li", inline(code.wireName()) + " " + escaped(DocWords.meaning(code))));
    out.append("</ul>\n");
    out.append("<p class=\"soft\">").append(escaped(DocWords.needs(spec))).append("</p>\n");
  }

  private void parameters(List<DocField> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    add("h4", "Parameters");
    head("name", "type", "default", "meaning");
    parameters.forEach(parameter ->
        row(
            inline(parameter.path()),
            escaped(parameter.type()),
            parameter.ifAbsent() == null
                ? DocWords.absent(parameter)
                : inline(DocWords.absent(parameter)),
            escaped(parameter.doc())));
    out.append("</table></div>\n");
  }

  private void answer(OperationSpec spec) {
    add("h4", "Answer");
    add("p", escaped(spec.returns()));
    head("field", "type", "meaning");
    DocField.ofAnswer(spec)
        .forEach(field ->
            row(
                inline(field.path()) + (field.optional() ? " (if any)" : ""),
                escaped(field.type()),
                escaped(field.doc())));
    out.append("</table></div>\n");
  }

  private void head(String... names) {
    out.append("<div class=\"scroll\"><table>\n<tr>");
    for (String name : names) {
      out.append("<th>").append(escaped(name)).append("</th>");
    }
    out.append("</tr>\n");
  }

  /** Adds a row of cells that are HTML already. */
  private void row(String... cells) {
    out.append("<tr><td>").append(String.join("</td><td>", cells)).append("</td></tr>\n");
  }

  private void code(String text) {
    out.append("<pre><code>").append(escaped(text)).append("</code></pre>\n");
  }

  private void add(String name, String html) {
    out.append(tag(name, html));
  }

  private static String tag(String name, String html) {
    return "<%1$s>%2$s</%1$s>\n".formatted(name, html);
  }

  private static String inline(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  private static String anchor(OperationSpec spec) {
    return escaped(spec.category() + "." + spec.shortName());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
