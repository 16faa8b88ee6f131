package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.error.Characters;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names that agents and programs chose do no harm in a report, whatever they are. */
final class HostileNamesTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");

  private static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onload='alert(1)",
          "</title></style></svg><b>",
          "&lt;script&gt; &amp; &#60;",
          "<!-- --><![CDATA[ ]]>",
          "two\nlines\r\nand a\ttab",
          "\u001b[2J\u001b[31mred\u0007",
          "nul \0 del \u007f next line \u0085 \u009b31m",
          "right to left \u202egpj.exe \u2066\u200b\ufeff",
          "separators \u2028 \u2029",
          "half \ud83e, the other \udd89",
          "%s %n %d $1 {0} \\",
          "owl 🦉 Zürich 日本",
          " ",
          "");

  /** The tags that reports are made of, with the only attributes they have. */
  private static final Pattern OWN_TAG =
      Pattern.compile(
          "</?(html|head|body|title|style|h1|h2|p|table|tr|th|td|div|svg|rect|line|text|meta)"
              + "( (lang|charset|http-equiv|content|name|class|viewBox|role|aria-label|x|y|x1|y1"
              + "|x2|y2|width|height|text-anchor)=\"[^\"<>]*\")*/?>");

  @Test
  void aPageHasNoTagsButItsOwn() {
    for (String name : NAMES) {
      for (Report report : reports(name)) {
        String page = report.html();
        String without =
            OWN_TAG
                .matcher(page.replace("<!doctype html>", "").replaceAll("\\s*\n\\s*", " "))
                .replaceAll("");

        assertThat(without).as(name).doesNotContain("<", ">");
        assertThat(page)
            .as(name)
            .doesNotContain("http:", "https:", "url(", "@import")
            .contains("content=\"default-src 'none'");
      }
    }
  }

  @Test
  void aPageShowsNamesAsTheyAre() {
    assertThat(reports("<script>\"a\" & 'b'</script>").getFirst().html())
        .contains("&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
    assertThat(reports("&lt;").getFirst().html()).contains("<td>&amp;lt;</td>");
    assertThat(reports("owl 🦉 Zürich").getFirst().html()).contains("<td>owl 🦉 Zürich</td>");
  }

  @Test
  void noNameSteersATerminalOrMakesALine() {
    int lines = lines(reports("plain").getFirst());
    for (String name : NAMES) {
      for (Report report : reports(name)) {
        for (String rendered : List.of(report.text(), report.html())) {
          assertThat(rendered.codePoints().filter(HostileNamesTest::steers).count())
              .as(name)
              .isZero();
        }
      }
      assertThat(lines(reports(name).getFirst())).as(name).isEqualTo(lines);
    }
    assertThat(reports("\u001b[2J\u202e\n").getFirst().text())
        .contains("\\u{1b}[2J\\u{202e}\\u{a}");
  }

  @Test
  void jsonHasNamesAsTheyAreAndCanBeReadBack() {
    for (String name : NAMES) {
      for (Report report : reports(name)) {
        String expected = name.replace('\ud83e', name.contains("🦉") ? '\ud83e' : '\ufffd');
        if (!name.contains("🦉")) {
          expected = expected.replace('\udd89', '\ufffd');
        }
        JsonObject read = JsonCodec.readObject(JsonCodec.write(report.json()));

        assertThat(read).isEqualTo(report.json());
        JsonObject table = read.object("tables").orElseThrow().object("by_principal").orElseThrow();
        JsonObject row = (JsonObject) table.array("rows").orElseThrow().values().getFirst();
        assertThat(row.find("principal")).contains(Json.of(expected));
      }
    }
  }

  @Test
  void longNamesAreCutAtTheirLimit() {
    String fits = "🦉".repeat(ReportTable.CELL_LENGTH_MAX);
    String longer = fits + "x";

    assertThat(reports(fits).getFirst().html()).contains(fits + "</td>");
    assertThat(reports(longer).getFirst().html()).contains(fits + "…</td>");
    assertThat(reports("🦉".repeat(ReportText.CELL_WIDTH_MAX)).getFirst().text())
        .contains("🦉".repeat(ReportText.CELL_WIDTH_MAX))
        .doesNotContain("…");
    assertThat(reports(longer).getFirst().text().lines())
        .allMatch(line -> Characters.count(line) < 500)
        .anyMatch(line -> line.contains("🦉".repeat(ReportText.CELL_WIDTH_MAX - 1) + "…"));
  }

  private static boolean steers(int codePoint) {
    int type = Character.getType(codePoint);
    return codePoint != '\n'
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }

  private static int lines(Report report) {
    return report.text().split("\\R", -1).length;
  }

  /** Returns both reports with a name wherever there can be one. */
  private static List<Report> reports(String name) {
    ReportScope scope =
        new ReportScope(
            new Namespace(project(name), project(name)),
            FROM,
            FROM.plus(Duration.ofDays(3)),
            ZoneOffset.UTC);
    ExecutionId id = new ExecutionId("exe_" + Characters.first(name, 20) + "_");
    Violation violation =
        new Violation(ViolationKind.NETWORK, Severity.HIGH, Witness.PROGRAM, name, name, FROM);
    return List.of(
        ViolationReport.of(
            scope,
            List.of(new StoredViolation(id, violation)),
            List.of(Executed.by(id, name, name)),
            false),
        ExecutionReport.of(
            scope, List.of(new ExecutionCount(name, name, Language.PYTHON, Status.ERROR, 1, 1))));
  }

  /** Namespaces refuse what is blank and control characters. */
  private static String project(String name) {
    String first = Characters.first(name, 100);
    return first.isBlank() || first.chars().anyMatch(Character::isISOControl) ? "here" : first;
  }
}
