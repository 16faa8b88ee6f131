package dev.athena.testkit;

import dev.athena.execution.ExecutionCount;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionRecord.Ended;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Language;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.StoredViolation;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.principal.Namespace;
import dev.athena.testkit.InMemoryState.Executed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Executions in main memory. */
final class InMemoryExecutions implements ExecutionStore {
  /** What executions have in common that are counted together. */
  private record Alike(
      String principal, String preset, Language language, @Nullable Status status) {
    static Alike of(ExecutionRecord execution) {
      return new Alike(
          execution.principal(), execution.preset(), execution.language(), statusOf(execution));
    }
  }

  private final InMemoryState state;

  InMemoryExecutions(InMemoryState state) {
    this.state = state;
  }

  @Override
  public void start(ExecutionRecord started) {
    if (started.ended() != null || state.executions.containsKey(started.id())) {
      throw new IllegalStateException(started.id().value() + " has ended or is there");
    }
    put(with(started, started.source(), null), List.of());
  }

  @Override
  public boolean end(Namespace namespace, ExecutionId id, Ended ended, List<Violation> violations) {
    Optional<ExecutionRecord> running =
        find(namespace, id).filter(execution -> execution.ended() == null);
    running.ifPresent(execution ->
        put(
            with(execution, execution.source(), toMillis(ended)),
            violations.stream().map(InMemoryExecutions::toMillis).toList()));
    return running.isPresent();
  }

  @Override
  public Optional<ExecutionRecord> find(Namespace namespace, ExecutionId id) {
    return executed(namespace, id).map(Executed::execution);
  }

  @Override
  public List<ExecutionRecord> list(ExecutionFilter filter, int limit) {
    return newest(filter).stream().map(Executed::execution).limit(limit).toList();
  }

  @Override
  public List<StoredViolation> violations(
      ExecutionFilter filter,
      @Nullable ViolationKind kind,
      @Nullable Severity severityAtLeast,
      int limit) {
    return newest(filter).stream()
        .flatMap(
            one -> one.violations().stream().map(v -> new StoredViolation(one.execution().id(), v)))
        .filter(one -> kind == null || one.violation().kind() == kind)
        .filter(one ->
            severityAtLeast == null || one.violation().severity().compareTo(severityAtLeast) >= 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Violation> violations(Namespace namespace, ExecutionId id) {
    return executed(namespace, id).map(Executed::violations).orElse(List.of());
  }

  @Override
  public List<ExecutionRecord> unfinished(int limit) {
    return state.executions.values().stream()
        .map(Executed::execution)
        .filter(execution -> execution.ended() == null)
        .sorted(Comparator.comparing(ExecutionRecord::startedAt))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean rewrite(ExecutionRecord record, List<Violation> violations) {
    boolean there = find(record.namespace(), record.id()).isPresent();
    if (there) {
      put(record, violations);
    }
    return there;
  }

  @Override
  public boolean redact(Namespace namespace, ExecutionId id) {
    return redact(execution -> execution.id().equals(id) && execution.namespace().equals(namespace))
        == 1;
  }

  @Override
  public int redactBefore(Instant before) {
    return redact(execution -> execution.startedAt().isBefore(before));
  }

  private int redact(Predicate<ExecutionRecord> wanted) {
    List<Executed> found =
        state.executions.values().stream()
            .filter(one -> one.execution().source() != null && wanted.test(one.execution()))
            .toList();
    found.forEach(
        one -> put(with(one.execution(), null, one.execution().ended()), one.violations()));
    return found.size();
  }

  @Override
  public List<String> projects(String tenant) {
    return state.executions.values().stream()
        .map(one -> one.execution().namespace())
        .filter(namespace -> namespace.tenant().equals(tenant))
        .map(Namespace::project)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public boolean remove(Namespace namespace, ExecutionId id) {
    boolean ended = find(namespace, id).filter(execution -> execution.ended() != null).isPresent();
    return ended && state.executions.remove(id) != null;
  }

  @Override
  public int removeBefore(Instant before) {
    int there = state.executions.size();
    state
        .executions
        .values()
        .removeIf(
            one -> one.execution().ended() != null && one.execution().startedAt().isBefore(before));
    return there - state.executions.size();
  }

  @Override
  public List<ExecutionCount> count(ExecutionFilter filter) {
    Map<Alike, List<ExecutionRecord>> groups = new LinkedHashMap<>();
    newest(filter).stream()
        .map(Executed::execution)
        .forEach(execution ->
            groups.computeIfAbsent(Alike.of(execution), _ -> new ArrayList<>()).add(execution));
    return groups.entrySet().stream()
        .map(group -> counted(group.getKey(), group.getValue()))
        .toList();
  }

  private static ExecutionCount counted(Alike alike, List<ExecutionRecord> executions) {
    int violations = 0;
    for (ExecutionRecord execution : executions) {
      Ended ended = execution.ended();
      violations += ended == null ? 0 : ended.violations();
    }
    return new ExecutionCount(
        alike.principal(),
        alike.preset(),
        alike.language(),
        alike.status(),
        executions.size(),
        violations);
  }

  /** Returns what passes a filter; sorting keeps the order of what began at the same time. */
  private List<Executed> newest(ExecutionFilter filter) {
    List<Executed> sorted =
        new ArrayList<>(
            state.executions.values().stream()
                .filter(one -> one.execution().namespace().equals(filter.namespace()))
                .sorted(Comparator.comparing(one -> one.execution().startedAt()))
                .toList()
                .reversed());
    ExecutionId before = filter.before();
    if (before != null) {
      int at = sorted.stream().map(one -> one.execution().id()).toList().indexOf(before);
      sorted = at < 0 ? List.of() : sorted.subList(at + 1, sorted.size());
    }
    return sorted.stream().filter(one -> passes(one.execution(), filter)).toList();
  }

  private static boolean passes(ExecutionRecord execution, ExecutionFilter filter) {
    Instant from = filter.from();
    Instant to = filter.to();
    return (filter.principal() == null || filter.principal().equals(execution.principal()))
        && (filter.preset() == null || filter.preset().equals(execution.preset()))
        && (filter.status() == null || filter.status() == statusOf(execution))
        && (from == null || !execution.startedAt().isBefore(from))
        && (to == null || execution.startedAt().isBefore(to));
  }

  private static @Nullable Status statusOf(ExecutionRecord execution) {
    Ended ended = execution.ended();
    return ended == null ? null : ended.status();
  }

  private Optional<Executed> executed(Namespace namespace, ExecutionId id) {
    return Optional.ofNullable(state.executions.get(id))
        .filter(one -> one.execution().namespace().equals(namespace));
  }

  private void put(ExecutionRecord execution, List<Violation> violations) {
    state.executions.put(execution.id(), new Executed(execution, violations));
  }

  private static ExecutionRecord with(
      ExecutionRecord execution, @Nullable String source, @Nullable Ended ended) {
    return new ExecutionRecord(
        execution.id(),
        execution.namespace(),
        execution.principal(),
        execution.owner(),
        execution.language(),
        execution.session(),
        execution.preset(),
        execution.config(),
        execution.sourceHash(),
        source,
        toMillis(execution.startedAt()),
        ended);
  }

  private static Ended toMillis(Ended ended) {
    return new Ended(
        toMillis(ended.at()),
        ended.status(),
        ended.error(),
        ended.interrupted(),
        ended.calls(),
        ended.violations(),
        ended.use());
  }

  private static Violation toMillis(Violation violation) {
    return new Violation(
        violation.kind(),
        violation.severity(),
        violation.witness(),
        violation.action(),
        violation.target(),
        toMillis(violation.at()));
  }

  private static Instant toMillis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
