package dev.athena.execution;

import dev.athena.execution.Report.Body;
import dev.athena.execution.Report.Figure;
import dev.athena.json.Json;
import dev.athena.json.WireName;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports violations: how many of what sort, by whom, when, and which were the worst. */
public final class ViolationReport {
  /** The most violations told one by one. */
  public static final int WORST_MAX = 20;

  private static final String UNKNOWN = "(unknown)";
  private static final String COUNTED = "violations";

  private static final List<String> WORST_COLUMNS =
      List.of(
          "severity",
          "kind",
          "witness",
          "action",
          "target",
          "at",
          "principal",
          "preset",
          "execution");

  /** The worst first, of equals the latest; the rest only settles the order. */
  private static final Comparator<StoredViolation> WORST_FIRST =
      Comparator.<StoredViolation, Severity>comparing(one -> one.violation().severity())
          .thenComparing(one -> one.violation().at())
          .reversed()
          .thenComparing(one -> one.execution().value())
          .thenComparing(one -> one.violation().action())
          .thenComparing(one -> one.violation().target());

  private final Map<ExecutionId, ExecutionRecord> executions = new HashMap<>();
  private final Tally kinds = new Tally("kind", COUNTED);
  private final Tally severities = new Tally("severity", COUNTED);
  private final Tally witnesses = new Tally("witness", COUNTED);
  private final Tally actions = new Tally("action", COUNTED);
  private final Tally presets = new Tally("preset", COUNTED);
  private final Tally principals = new Tally("principal", COUNTED);

  private ViolationReport(Collection<ExecutionRecord> executions) {
    executions.forEach(execution -> this.executions.put(execution.id(), execution));
  }

  /**
   * Returns a report.
   *
   * @param executions those that the violations happened in, and perhaps others
   * @param cut whether there were more violations than are given
   */
  public static Report of(
      ReportScope scope,
      List<StoredViolation> violations,
      Collection<ExecutionRecord> executions,
      boolean cut) {
    ViolationReport report = new ViolationReport(executions);
    violations.forEach(report::count);
    return new Report(
        new Body(
            "Violations",
            scope,
            report.figures(violations),
            notes(violations.size(), cut),
            violations.isEmpty() ? null : ViolationDays.of(scope, violations),
            report.tables(violations)));
  }

  private static List<String> notes(int violations, boolean cut) {
    List<String> notes = new ArrayList<>();
    if (violations == 0) {
      notes.add("There were no violations in this period.");
    }
    if (cut) {
      notes.add(
          "This report is incomplete: there were more violations than the %d it counts."
              .formatted(violations));
    }
    return notes;
  }

  private void count(StoredViolation one) {
    Violation violation = one.violation();
    kinds.add(WireName.of(violation.kind()), 1);
    severities.add(WireName.of(violation.severity()), 1);
    witnesses.add(WireName.of(violation.witness()), 1);
    actions.add(violation.action(), 1);
    presets.add(preset(one), 1);
    principals.add(principal(one), 1);
  }

  private List<Figure> figures(List<StoredViolation> violations) {
    Set<ExecutionId> violators = new HashSet<>();
    violations.forEach(one -> violators.add(one.execution()));
    return List.of(
        new Figure(COUNTED, violations.size()),
        new Figure("executions_with_violations", violators.size()),
        new Figure("critical", severities.first(WireName.of(Severity.CRITICAL))),
        new Figure("high", severities.first(WireName.of(Severity.HIGH))),
        new Figure("told_by_the_program_alone", witnesses.first(WireName.of(Witness.PROGRAM))));
  }

  private List<ReportTable> tables(List<StoredViolation> violations) {
    List<List<Json>> worst =
        violations.stream().sorted(WORST_FIRST).limit(WORST_MAX).map(this::told).toList();
    return List.of(
        severities.table(),
        kinds.table(),
        witnesses.table(),
        actions.table(),
        presets.table(),
        principals.table(),
        new ReportTable("worst", WORST_COLUMNS, worst, violations.size() - worst.size()));
  }

  private List<Json> told(StoredViolation one) {
    Violation violation = one.violation();
    return List.of(
        Json.of(WireName.of(violation.severity())),
        Json.of(WireName.of(violation.kind())),
        Json.of(WireName.of(violation.witness())),
        ReportTable.cell(violation.action()),
        ReportTable.cell(violation.target()),
        Json.of(violation.at().truncatedTo(ChronoUnit.SECONDS).toString()),
        ReportTable.cell(principal(one)),
        ReportTable.cell(preset(one)),
        Json.of(one.execution().value()));
  }

  private String principal(StoredViolation one) {
    ExecutionRecord execution = executions.get(one.execution());
    return execution == null ? UNKNOWN : execution.principal();
  }

  private String preset(StoredViolation one) {
    ExecutionRecord execution = executions.get(one.execution());
    return execution == null ? UNKNOWN : execution.preset();
  }
}
