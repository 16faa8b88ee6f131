package dev.athena.operation;

import dev.athena.error.InvalidArgument;
import dev.athena.execution.Execution;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionRecord.Ended;
import dev.athena.execution.ExecutionReport;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Executions;
import dev.athena.execution.Outcome;
import dev.athena.execution.Report;
import dev.athena.execution.ReportScope;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.StoredViolation;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.ViolationReport;
import dev.athena.json.Json;
import dev.athena.operation.CodeAnswers.ExecutionAnswer;
import dev.athena.operation.CodeAnswers.ExecutionDetails;
import dev.athena.operation.CodeAnswers.ExecutionPage;
import dev.athena.operation.CodeAnswers.ExecutionSummary;
import dev.athena.operation.CodeAnswers.Redacted;
import dev.athena.operation.CodeAnswers.ReportAnswer;
import dev.athena.operation.CodeAnswers.ReportFormat;
import dev.athena.operation.CodeAnswers.ViolationEntry;
import dev.athena.operation.CodeAnswers.ViolationPage;
import dev.athena.principal.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The executions of one namespace, as its operations show them. */
final class ExecutionHistory {
  /** The most of a page. */
  static final int LIMIT_MAX = 200;

  /** The most violations that a report counts. */
  static final int REPORTED_MAX = 10_000;

  /** A report without a beginning goes back this far. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private final CodeServices services;
  private final Executions executions;
  private final Namespace namespace;

  ExecutionHistory(CodeServices services, Namespace namespace) {
    this.services = services;
    this.executions = services.executions();
    this.namespace = namespace;
  }

  /** Which executions are wanted. */
  record Wanted(
      @Nullable Status status,
      @Nullable String preset,
      @Nullable String principal,
      @Nullable TimeRange timeRange) {}

  /** Which violations are wanted. */
  record Attempts(
      @Nullable Severity severity, @Nullable ViolationKind kind, @Nullable TimeRange timeRange) {}

  ExecutionPage list(Wanted wanted, int limit, @Nullable String cursor) {
    checkLimit(limit);
    TimeRange.Span span = span(wanted.timeRange());
    ExecutionFilter filter =
        new ExecutionFilter(
            namespace,
            wanted.principal(),
            wanted.preset(),
            wanted.status(),
            span.from(),
            span.to(),
            cursor == null ? null : ViolationCursor.of(cursor).execution());
    List<ExecutionRecord> found = executions.look(store -> store.list(filter, limit + 1));
    boolean more = found.size() > limit;
    List<ExecutionRecord> page = more ? found.subList(0, limit) : found;
    return new ExecutionPage(
        page.stream().map(ExecutionHistory::summary).toList(),
        more ? page.getLast().id().value() : null);
  }

  ExecutionDetails details(ExecutionId id) {
    return executions.look(store -> {
      ExecutionRecord record =
          store.find(namespace, id).orElseThrow(() -> new UnknownExecution(id));
      Ended ended = record.ended();
      return new ExecutionDetails(
          summary(record),
          record.sourceHash(),
          record.source(),
          record.config(),
          ended == null ? List.of() : ended.calls(),
          store.violations(namespace, id),
          ended == null ? null : ended.use());
    });
  }

  ViolationPage violations(Attempts wanted, int limit, @Nullable String cursor) {
    checkLimit(limit);
    ViolationCursor from = cursor == null ? null : ViolationCursor.of(cursor);
    List<StoredViolation> found =
        executions.look(store -> {
          List<StoredViolation> all = new ArrayList<>();
          if (from != null) {
            all.addAll(rest(store, wanted, from));
          }
          ExecutionFilter filter = filter(wanted.timeRange(), from);
          all.addAll(store.violations(filter, wanted.kind(), wanted.severity(), limit + 1));
          return all;
        });
    boolean more = found.size() > limit;
    List<StoredViolation> page = more ? found.subList(0, limit) : found;
    return new ViolationPage(
        page.stream().map(ExecutionHistory::entry).toList(),
        more ? ViolationCursor.after(page, from).toString() : null);
  }

  ReportAnswer violationReport(TimeRange timeRange, ReportFormat format) {
    ReportScope scope = scope(timeRange);
    ExecutionFilter filter = filter(scope);
    Report report =
        executions.look(store -> {
          List<StoredViolation> found = store.violations(filter, null, null, REPORTED_MAX + 1);
          boolean cut = found.size() > REPORTED_MAX;
          List<StoredViolation> counted = cut ? found.subList(0, REPORTED_MAX) : found;
          return ViolationReport.of(scope, counted, records(store, counted), cut);
        });
    return answer(report, format);
  }

  ReportAnswer executionReport(TimeRange timeRange, ReportFormat format) {
    ReportScope scope = scope(timeRange);
    ExecutionFilter filter = filter(scope);
    return answer(executions.look(store -> ExecutionReport.of(scope, store.count(filter))), format);
  }

  Redacted redact(ExecutionId id) {
    if (executions.find(namespace, id).isEmpty()) {
      throw new UnknownExecution(id);
    }
    return new Redacted(id, executions.redact(namespace, id));
  }

  static ExecutionAnswer answer(Execution execution) {
    Outcome outcome = execution.outcome();
    return new ExecutionAnswer(
        execution.id(),
        outcome.status(),
        Objects.requireNonNullElse(outcome.result(), Json.Null.VALUE),
        outcome.stdout().text(),
        outcome.stderr().text(),
        outcome.truncated(),
        outcome.error(),
        outcome.use().durationMs(),
        outcome.use().overheadMs(),
        execution.calls(),
        outcome.violations(),
        outcome.files(),
        execution.findings(),
        outcome.notes());
  }

  private List<StoredViolation> rest(ExecutionStore store, Attempts wanted, ViolationCursor from) {
    return store.violations(namespace, from.execution()).stream()
        .filter(one -> wanted.kind() == null || one.kind() == wanted.kind())
        .filter(
            one -> wanted.severity() == null || one.severity().compareTo(wanted.severity()) >= 0)
        .skip(from.seen())
        .map(one -> new StoredViolation(from.execution(), one))
        .toList();
  }

  private List<ExecutionRecord> records(ExecutionStore store, List<StoredViolation> violations) {
    Map<ExecutionId, ExecutionRecord> records = new HashMap<>();
    for (StoredViolation one : violations) {
      if (!records.containsKey(one.execution())) {
        store
            .find(namespace, one.execution())
            .ifPresent(record -> records.put(record.id(), record));
      }
    }
    return List.copyOf(records.values());
  }

  private ReportScope scope(TimeRange timeRange) {
    TimeRange.Span span = span(timeRange);
    Instant now = services.clock().instant();
    Instant to = span.to() == null ? now : span.to();
    Instant from = span.from() == null ? to.minus(LONGEST) : span.from();
    return new ReportScope(namespace, from, to, services.zone());
  }

  private TimeRange.Span span(@Nullable TimeRange timeRange) {
    return timeRange == null
        ? new TimeRange.Span(null, null)
        : timeRange.resolve(services.clock().instant(), services.zone());
  }

  private ExecutionFilter filter(@Nullable TimeRange timeRange, @Nullable ViolationCursor from) {
    TimeRange.Span span = span(timeRange);
    ExecutionId before = from == null ? null : from.execution();
    return new ExecutionFilter(namespace, null, null, null, span.from(), span.to(), before);
  }

  private ExecutionFilter filter(ReportScope scope) {
    return new ExecutionFilter(namespace, null, null, null, scope.from(), scope.to(), null);
  }

  private static ReportAnswer answer(Report report, ReportFormat format) {
    return switch (format) {
      case TEXT -> new ReportAnswer(format, report.text(), null);
      case HTML -> new ReportAnswer(format, report.html(), null);
      case JSON -> new ReportAnswer(format, null, report.json());
    };
  }

  private static ExecutionSummary summary(ExecutionRecord record) {
    Ended ended = record.ended();
    return new ExecutionSummary(
        record.id(),
        ended == null ? null : ended.status(),
        record.language(),
        record.preset(),
        record.principal(),
        record.session(),
        record.startedAt(),
        ended == null ? null : ended.use().durationMs(),
        ended == null ? null : ended.error(),
        ended != null && ended.interrupted(),
        ended == null ? 0 : ended.violations());
  }

  private static ViolationEntry entry(StoredViolation stored) {
    Violation violation = stored.violation();
    return new ViolationEntry(
        stored.execution(),
        violation.kind(),
        violation.severity(),
        violation.witness(),
        violation.action(),
        violation.target(),
        violation.at());
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new InvalidArgument("limit is " + limit, "send 1 to " + LIMIT_MAX);
    }
  }
}
