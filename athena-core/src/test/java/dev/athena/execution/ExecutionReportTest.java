package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExecutionReportTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final ReportScope WEEK =
      new ReportScope(
          Namespace.ofProject("here"), FROM, FROM.plus(Duration.ofDays(7)), ZoneOffset.UTC);
  private static final Language PYTHON = Language.PYTHON;

  private static final List<ExecutionCount> COUNTS =
      List.of(
          new ExecutionCount("alice", "default", PYTHON, Status.OK, 10, 2),
          new ExecutionCount("alice", "default", PYTHON, Status.TIMEOUT, 1, 0),
          new ExecutionCount("alice", "open", Language.JAVASCRIPT, Status.REJECTED, 3, 1),
          new ExecutionCount("bob", "default", PYTHON, null, 2, 0),
          new ExecutionCount("bob", "default", PYTHON, Status.OK, 20, 0));

  @Test
  void executionsAreCountedByAllTheyHave() {
    JsonObject report = ExecutionReport.of(WEEK, COUNTS).json();

    assertThat(table(report, "by_principal"))
        .containsExactly(
            "{\"principal\":\"bob\",\"executions\":22,\"not_ok\":0,\"violations\":0}",
            "{\"principal\":\"alice\",\"executions\":14,\"not_ok\":4,\"violations\":3}");
    assertThat(table(report, "by_preset"))
        .containsExactly(
            "{\"preset\":\"default\",\"executions\":33,\"not_ok\":1,\"violations\":2}",
            "{\"preset\":\"open\",\"executions\":3,\"not_ok\":3,\"violations\":1}");
    assertThat(table(report, "by_language"))
        .containsExactly(
            "{\"language\":\"python\",\"executions\":33,\"not_ok\":1,\"violations\":2}",
            "{\"language\":\"javascript\",\"executions\":3,\"not_ok\":3,\"violations\":1}");
    assertThat(table(report, "by_outcome"))
        .containsExactly(
            "{\"outcome\":\"ok\",\"executions\":30,\"violations\":2}",
            "{\"outcome\":\"rejected\",\"executions\":3,\"violations\":1}",
            "{\"outcome\":\"unfinished\",\"executions\":2,\"violations\":0}",
            "{\"outcome\":\"timeout\",\"executions\":1,\"violations\":0}");
    assertThat(JsonCodec.write(report.object("figures").orElseThrow()))
        .isEqualTo(
            "{\"executions\":36,\"ok\":30,\"not_ok\":4,\"unfinished\":2,\"violations\":3,"
                + "\"principals\":2,\"presets\":2}");
  }

  @Test
  void whatIsAlikeIsToldTogetherTheMostFrequentFirst() {
    assertThat(table(ExecutionReport.of(WEEK, COUNTS).json(), "by_everything"))
        .hasSize(5)
        .first()
        .isEqualTo(
            "{\"principal\":\"bob\",\"preset\":\"default\",\"language\":\"python\","
                + "\"outcome\":\"ok\",\"executions\":20,\"violations\":0}");
  }

  @Test
  void theSameReportIsMadeInWhateverOrderTheCountsCome() {
    Report one = ExecutionReport.of(WEEK, COUNTS);
    Report other = ExecutionReport.of(WEEK, COUNTS.reversed());

    assertThat(other.text()).isEqualTo(one.text());
    assertThat(other.html()).isEqualTo(one.html());
    assertThat(other.json()).isEqualTo(one.json());
  }

  @Test
  void theTextHasItsNumbersInColumns() {
    assertThat(ExecutionReport.of(WEEK, COUNTS).text())
        .startsWith(
            "Executions\nProject here of tenant local, from 2026-03-01T00:00:00Z until before")
        .contains(
            """
            executions  36
            ok          30
            not ok       4
            unfinished   2
            violations   3
            principals   2
            presets      2
            """)
        .contains(
            """

            BY PRINCIPAL
            principal  executions  not ok  violations
            bob                22       0           0
            alice              14       4           3
            """)
        .contains("\nunfinished   2  ##\n");
  }

  @Test
  void thePageHasABarForEachOutcomeAndItsTables() {
    assertThat(ExecutionReport.of(WEEK, COUNTS).html())
        .startsWith("<!doctype html>\n")
        .endsWith("</html>\n")
        .containsOnlyOnce("<svg")
        .contains("<title>ok: 30</title>", "<title>out of memory: 0</title>", ">unfinished</text>")
        .contains("<h2>By principal</h2>", "<td>alice</td><td class=\"number\">14</td>");
  }

  @Test
  void aPeriodWithoutExecutionsIsReportedAsSuch() {
    Report report = ExecutionReport.of(WEEK, List.of());
    String sentence = "There were no executions in this period.";

    assertThat(report.text()).contains(sentence).doesNotContain("BY ");
    assertThat(report.html()).contains(sentence).doesNotContain("<svg", "<h2>");
    assertThat(report.json().array("notes")).contains(JsonArray.of(Json.of(sentence)));
  }

  @Test
  void aTableEndsAtItsLimitAndTellsHowManyRowsItLeavesOff() {
    List<ExecutionCount> counts = new ArrayList<>();
    for (int i = 0; i < ReportTable.ROWS_MAX; i++) {
      counts.add(new ExecutionCount("agent " + i, "default", PYTHON, Status.OK, 1, 0));
    }
    assertThat(ExecutionReport.of(WEEK, counts).text()).doesNotContain("more");

    counts.add(new ExecutionCount("agent", "default", PYTHON, Status.OK, 1, 0));

    JsonObject tables = ExecutionReport.of(WEEK, counts).json().object("tables").orElseThrow();
    for (String name : List.of("by_principal", "by_everything")) {
      JsonObject table = tables.object(name).orElseThrow();
      assertThat(table.array("rows").orElseThrow().size()).isEqualTo(ReportTable.ROWS_MAX);
      assertThat(table.whole("left_off")).contains(1L);
    }
    assertThat(ExecutionReport.of(WEEK, counts).text()).contains("… and 1 more");
  }

  @Test
  void sumsMayBeLargerThanAnyCount() {
    int most = Integer.MAX_VALUE;
    List<ExecutionCount> counts =
        List.of(
            new ExecutionCount("alice", "default", PYTHON, Status.OK, most, most),
            new ExecutionCount("alice", "open", PYTHON, Status.OK, most, most));

    assertThat(ExecutionReport.of(WEEK, counts).json().object("figures").orElseThrow())
        .extracting(figures -> figures.whole("executions").orElseThrow())
        .isEqualTo(2L * most);
  }

  private static List<String> table(JsonObject report, String name) {
    JsonObject table = report.object("tables").orElseThrow().object(name).orElseThrow();
    return table.array("rows").orElseThrow().values().stream().map(JsonCodec::write).toList();
  }
}
