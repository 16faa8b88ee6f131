package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ViolationReportTest {
  private static final Namespace HERE = Namespace.ofProject("here");
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final ReportScope WEEK = scope(7);

  private final List<StoredViolation> violations = new ArrayList<>();
  private final List<ExecutionRecord> executions = new ArrayList<>();

  @Test
  void violationsAreCountedByAllTheyHaveAndByTheirExecutions() {
    execution("exe_1", "alice", "default");
    execution("exe_2", "bob", "open");
    add("exe_1", new Violation(kind(0), Severity.HIGH, Witness.KERNEL, "connect", "a", FROM));
    add("exe_1", new Violation(kind(1), Severity.LOW, Witness.PROGRAM, "open", "b", FROM));
    add("exe_2", new Violation(kind(1), Severity.CRITICAL, Witness.PROGRAM, "open", "c", FROM));

    JsonObject report = report().json();

    assertThat(table(report, "by_kind"))
        .containsExactly("{\"kind\":\"network\",\"violations\":2}", counted("kind", "filesystem"));
    assertThat(table(report, "by_severity"))
        .containsExactly(
            counted("severity", "critical"),
            counted("severity", "high"),
            counted("severity", "low"));
    assertThat(table(report, "by_witness"))
        .containsExactly(
            "{\"witness\":\"program\",\"violations\":2}", counted("witness", "kernel"));
    assertThat(table(report, "by_action"))
        .containsExactly("{\"action\":\"open\",\"violations\":2}", counted("action", "connect"));
    assertThat(table(report, "by_principal"))
        .containsExactly("{\"principal\":\"alice\",\"violations\":2}", counted("principal", "bob"));
    assertThat(table(report, "by_preset"))
        .containsExactly("{\"preset\":\"default\",\"violations\":2}", counted("preset", "open"));
    assertThat(JsonCodec.write(report.object("figures").orElseThrow()))
        .isEqualTo(
            "{\"violations\":3,\"executions_with_violations\":2,\"critical\":1,\"high\":1,"
                + "\"told_by_the_program_alone\":2}");
  }

  @Test
  void theWorstComeFirstAndOfEqualsTheLatest() {
    execution("exe_1", "alice", "default");
    add("exe_1", violation(Severity.HIGH, "early", FROM));
    add("exe_1", violation(Severity.LOW, "mild", FROM.plusSeconds(9)));
    add("exe_1", violation(Severity.CRITICAL, "worst", FROM));
    add("exe_1", violation(Severity.HIGH, "late", FROM.plusSeconds(1)));

    assertThat(targets(report().json())).containsExactly("worst", "late", "early", "mild");
  }

  @Test
  void asManyOfTheWorstAreToldAsThereIsPlaceFor() {
    for (int i = 0; i < ViolationReport.WORST_MAX; i++) {
      add("exe_1", violation(Severity.HIGH, "target " + i, FROM));
    }
    assertThat(targets(report().json())).hasSize(ViolationReport.WORST_MAX);
    assertThat(report().text()).doesNotContain("more");

    add("exe_1", violation(Severity.LOW, "one past", FROM));

    assertThat(targets(report().json()))
        .hasSize(ViolationReport.WORST_MAX)
        .doesNotContain("one past");
    assertThat(report().text()).contains("… and 1 more");
    assertThat(report().html()).contains("… and 1 more");
  }

  @Test
  void aTableEndsAtItsLimitAndTellsHowManyRowsItLeavesOff() {
    for (int i = 0; i <= ReportTable.ROWS_MAX; i++) {
      Violation one = violation(Severity.LOW, "t", FROM);
      add("exe_1", with(one, "action %03d".formatted(i)));
    }

    JsonObject actions = tables(report().json()).object("by_action").orElseThrow();

    assertThat(actions.array("rows").orElseThrow().size()).isEqualTo(ReportTable.ROWS_MAX);
    assertThat(actions.whole("left_off")).contains(1L);
    violations.removeFirst();
    assertThat(tables(report().json()).object("by_action").orElseThrow().whole("left_off"))
        .contains(0L);
  }

  @Test
  void theSameReportIsMadeInWhateverOrderTheViolationsCome() {
    for (int i = 0; i < 40; i++) {
      String id = "exe_" + i % 7;
      execution(id, "principal " + i % 3, "default");
      add(
          id,
          with(
              violation(i % 4 == 0 ? Severity.CRITICAL : Severity.LOW, "t" + i % 5, FROM),
              "a" + i % 6));
    }
    Report one = report();

    Collections.shuffle(violations, new Random(1));

    assertThat(report().json()).isEqualTo(one.json());
    assertThat(report().text()).isEqualTo(one.text());
    assertThat(report().html()).isEqualTo(one.html());
  }

  @Test
  void whatHappenedInAnExecutionThatIsGoneIsOfAnUnknownPrincipal() {
    add("exe_gone", violation(Severity.LOW, "t", FROM));

    assertThat(table(report().json(), "by_principal"))
        .containsExactly(counted("principal", "(unknown)"));
    assertThat(table(report().json(), "by_preset")).containsExactly(counted("preset", "(unknown)"));
  }

  @Test
  void aPeriodWithoutViolationsIsReportedAsSuch() {
    String sentence = "There were no violations in this period.";

    assertThat(report().text()).contains(sentence, "violations", "0");
    assertThat(report().html()).contains(sentence).doesNotContain("<svg");
    assertThat(report().json().array("notes")).contains(JsonArray.of(Json.of(sentence)));
    assertThat(report().json().has("picture")).isFalse();
  }

  @Test
  void aReportThatCouldNotCountAllSaysSo() {
    add("exe_1", violation(Severity.LOW, "t", FROM));

    Report cut = ViolationReport.of(WEEK, violations, executions, true);

    for (String rendered : List.of(cut.text(), cut.html(), JsonCodec.write(cut.json()))) {
      assertThat(rendered).contains("incomplete: there were more violations than the 1 it counts");
    }
    assertThat(report().text()).doesNotContain("incomplete");
  }

  @Test
  void theReportNamesItsProjectAndItsPeriod() {
    ReportScope scope =
        new ReportScope(HERE, FROM, FROM.plus(Duration.ofDays(1)), ZoneId.of("Europe/Berlin"));

    Report report = ViolationReport.of(scope, violations, executions, false);

    String sentence =
        "Project here of tenant local, from 2026-03-01T01:00:00+01:00 until before"
            + " 2026-03-02T01:00:00+01:00, with days as in Europe/Berlin.";
    assertThat(report.text()).startsWith("Violations\n" + sentence + "\n");
    assertThat(report.html()).contains("<p>" + sentence + "</p>");
    assertThat(report.json().text("from")).contains("2026-03-01T00:00:00Z");
    assertThat(report.json().text("to")).contains("2026-03-02T00:00:00Z");
    assertThat(report.json().text("project")).contains("here");
  }

  @Test
  void timesAreToldToTheSecondAndNothingOfThePeriodIsLost() {
    ReportScope scope =
        new ReportScope(HERE, FROM.plusNanos(1), FROM.plusSeconds(5).plusNanos(1), ZoneOffset.UTC);
    add("exe_1", violation(Severity.LOW, "t", FROM.plusNanos(123_456_789)));

    Report report = ViolationReport.of(scope, violations, executions, false);

    assertThat(scope.from()).isEqualTo(FROM);
    assertThat(scope.to()).isEqualTo(FROM.plusSeconds(6));
    assertThat(new ReportScope(HERE, FROM, FROM.plusSeconds(5), ZoneOffset.UTC).to())
        .isEqualTo(FROM.plusSeconds(5));
    for (String rendered : List.of(report.text(), report.html(), JsonCodec.write(report.json()))) {
      assertThat(rendered).contains("2026-03-01T00:00:06").doesNotContainPattern(":\\d\\d\\.\\d");
    }
  }

  @Test
  void anEmptyPeriodIsRefused() {
    assertThatThrownBy(() -> new ReportScope(HERE, FROM, FROM, ZoneOffset.UTC))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void aBarStandsForEachDayAndWhatIsOutsideGoesToTheEnds() {
    add("exe_1", violation(Severity.LOW, "t", FROM.minusSeconds(1)));
    add("exe_1", violation(Severity.LOW, "t", FROM));
    add("exe_1", violation(Severity.LOW, "t", FROM.plus(Duration.ofDays(1)).minusMillis(1)));
    add("exe_1", violation(Severity.LOW, "t", FROM.plus(Duration.ofDays(1))));
    add("exe_1", violation(Severity.LOW, "t", FROM.plus(Duration.ofDays(99))));

    assertThat(bars(report()))
        .containsExactly(
            "2026-03-01 3",
            "2026-03-02 1",
            "2026-03-03 0",
            "2026-03-04 0",
            "2026-03-05 0",
            "2026-03-06 0",
            "2026-03-07 1");
    assertThat(report().html())
        .containsOnlyOnce("<svg")
        .contains("<title>2026-03-01: 3</title>", ">most: 3</text>", "Violations per day");
    assertThat(report().text()).contains("VIOLATIONS PER DAY\n2026-03-01  3  ###");
  }

  @Test
  void daysBeginWhereTheZoneOfTheReportHasThem() {
    ReportScope scope =
        new ReportScope(
            HERE, FROM.minusSeconds(3600), FROM.plusSeconds(3600), ZoneId.of("Europe/Berlin"));
    add("exe_1", violation(Severity.LOW, "t", FROM.minusSeconds(1)));

    assertThat(bars(ViolationReport.of(scope, violations, executions, false)))
        .containsExactly("2026-03-01 1");
  }

  @Test
  void aLongPeriodHasSeveralDaysInEachBar() {
    add("exe_1", violation(Severity.LOW, "t", FROM.plus(Duration.ofDays(1))));

    Report fits = ViolationReport.of(scope(ViolationDays.BARS_MAX), violations, List.of(), false);
    Report longer =
        ViolationReport.of(scope(ViolationDays.BARS_MAX + 1), violations, List.of(), false);
    Report centuries = ViolationReport.of(scope(2_000_000), violations, List.of(), false);

    assertThat(bars(fits)).hasSize(ViolationDays.BARS_MAX).contains("2026-03-02 1");
    assertThat(bars(longer)).hasSize(47).contains("2026-03-01 1").contains("2026-03-03 0");
    assertThat(longer.text()).contains("VIOLATIONS PER 2 DAYS");
    assertThat(bars(centuries)).hasSizeLessThanOrEqualTo(ViolationDays.BARS_MAX);
  }

  private static ReportScope scope(int days) {
    return new ReportScope(HERE, FROM, FROM.plus(Duration.ofDays(days)), ZoneOffset.UTC);
  }

  private static ViolationKind kind(int index) {
    return List.of(ViolationKind.FILESYSTEM, ViolationKind.NETWORK).get(index);
  }

  private static Violation violation(Severity severity, String target, Instant at) {
    return new Violation(ViolationKind.NETWORK, severity, Witness.MEDIATOR, "connect", target, at);
  }

  private static Violation with(Violation one, String action) {
    return new Violation(one.kind(), one.severity(), one.witness(), action, one.target(), one.at());
  }

  private static String counted(String of, String name) {
    return "{\"%s\":\"%s\",\"violations\":1}".formatted(of, name);
  }

  private void execution(String id, String principal, String preset) {
    executions.add(Executed.by(new ExecutionId(id), principal, preset));
  }

  private void add(String id, Violation violation) {
    violations.add(new StoredViolation(new ExecutionId(id), violation));
  }

  private Report report() {
    return ViolationReport.of(WEEK, violations, executions, false);
  }

  private static JsonObject tables(JsonObject report) {
    return report.object("tables").orElseThrow();
  }

  private static List<String> table(JsonObject report, String name) {
    return rows(report, name).stream().map(JsonCodec::write).toList();
  }

  private static List<Json> rows(JsonObject report, String name) {
    return tables(report).object(name).orElseThrow().array("rows").orElseThrow().values();
  }

  private static List<String> targets(JsonObject report) {
    return rows(report, "worst").stream()
        .map(row -> ((JsonObject) row).text("target").orElseThrow())
        .toList();
  }

  private static List<String> bars(Report report) {
    JsonObject picture = report.json().object("picture").orElseThrow();
    return picture.array("bars").orElseThrow().values().stream()
        .map(JsonObject.class::cast)
        .map(bar -> bar.text("label").orElseThrow() + " " + bar.whole("count").orElseThrow())
        .toList();
  }
}
