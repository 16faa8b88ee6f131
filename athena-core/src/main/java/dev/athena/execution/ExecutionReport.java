package dev.athena.execution;

import dev.athena.execution.Report.Bar;
import dev.athena.execution.Report.Body;
import dev.athena.execution.Report.Figure;
import dev.athena.execution.Report.Picture;
import dev.athena.json.Json;
import dev.athena.json.WireName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports executions: who ran how many, under what, how they ended, and what they violated. */
public final class ExecutionReport {
  private static final String UNFINISHED = "unfinished";
  private static final String[] AMOUNTS = {"executions", "not_ok", "violations"};

  private static final List<String> COLUMNS =
      List.of("principal", "preset", "language", "outcome", "executions", "violations");

  /** The most frequent first; the rest only settles the order. */
  private static final Comparator<ExecutionCount> MOST_FIRST =
      Comparator.<ExecutionCount>comparingInt(count -> -count.executions())
          .thenComparing(ExecutionCount::principal)
          .thenComparing(ExecutionCount::preset)
          .thenComparing(ExecutionCount::language)
          .thenComparing(count -> outcome(count.status()));

  private final Tally principals = new Tally("principal", AMOUNTS);
  private final Tally presets = new Tally("preset", AMOUNTS);
  private final Tally languages = new Tally("language", AMOUNTS);
  private final Tally outcomes = new Tally("outcome", "executions", "violations");
  private long executions;
  private long notOk;
  private long violations;

  private ExecutionReport() {}

  /** Returns a report of all that was counted. */
  public static Report of(ReportScope scope, List<ExecutionCount> counts) {
    ExecutionReport report = new ExecutionReport();
    counts.forEach(report::add);
    boolean empty = report.executions == 0;
    return new Report(
        new Body(
            "Executions",
            scope,
            report.figures(),
            empty ? List.of("There were no executions in this period.") : List.of(),
            empty ? null : report.picture(),
            report.tables(counts)));
  }

  private void add(ExecutionCount count) {
    boolean failed = count.status() != null && count.status() != Status.OK;
    long failures = failed ? count.executions() : 0;
    executions += count.executions();
    notOk += failures;
    violations += count.violations();
    principals.add(count.principal(), count.executions(), failures, count.violations());
    presets.add(count.preset(), count.executions(), failures, count.violations());
    languages.add(WireName.of(count.language()), count.executions(), failures, count.violations());
    outcomes.add(outcome(count.status()), count.executions(), count.violations());
  }

  private List<Figure> figures() {
    return List.of(
        new Figure("executions", executions),
        new Figure("ok", outcomes.first(outcome(Status.OK))),
        new Figure("not_ok", notOk),
        new Figure(UNFINISHED, outcomes.first(UNFINISHED)),
        new Figure("violations", violations),
        new Figure("principals", principals.size()),
        new Figure("presets", presets.size()));
  }

  private Picture picture() {
    List<Bar> bars = new ArrayList<>();
    for (Status status : Status.values()) {
      bars.add(bar(outcome(status)));
    }
    bars.add(bar(UNFINISHED));
    return new Picture("executions by outcome", bars);
  }

  private Bar bar(String outcome) {
    return new Bar(ReportTable.words(outcome), outcomes.first(outcome));
  }

  private List<ReportTable> tables(List<ExecutionCount> counts) {
    List<List<Json>> all = counts.stream().sorted(MOST_FIRST).map(ExecutionReport::row).toList();
    return List.of(
        principals.table(),
        presets.table(),
        languages.table(),
        outcomes.table(),
        ReportTable.ofFirst(ReportTable.ROWS_MAX, "by_everything", COLUMNS, all));
  }

  private static List<Json> row(ExecutionCount count) {
    return List.of(
        ReportTable.cell(count.principal()),
        ReportTable.cell(count.preset()),
        Json.of(WireName.of(count.language())),
        Json.of(outcome(count.status())),
        Json.of(count.executions()),
        Json.of(count.violations()));
  }

  private static String outcome(@Nullable Status status) {
    return status == null ? UNFINISHED : WireName.of(status);
  }
}
