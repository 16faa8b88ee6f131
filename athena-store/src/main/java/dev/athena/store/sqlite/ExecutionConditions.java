package dev.athena.store.sqlite;

import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.json.WireName;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows {@code where} in a query for executions, called {@code e}, and its arguments. */
final class ExecutionConditions {
  /** Where an execution stands among all, by time. */
  private record Place(long startedAt, long seq) {}

  private final StringBuilder tests = new StringBuilder("e.tenant = ? and e.project = ?");
  private final List<@Nullable Object> arguments = new ArrayList<>();

  private ExecutionConditions(Namespace namespace) {
    arguments.add(namespace.tenant());
    arguments.add(namespace.project());
  }

  /** Returns the conditions that a filter stands for; empty if nothing can pass it. */
  static Optional<ExecutionConditions> of(ExecutionFilter filter, Sql sql) {
    ExecutionConditions conditions = new ExecutionConditions(filter.namespace());
    ExecutionId before = filter.before();
    Place place = null;
    if (before != null) {
      Optional<Place> found = place(filter.namespace(), before, sql);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      place = found.get();
    }
    conditions.addIfPresent("e.principal = ?", filter.principal());
    conditions.addIfPresent("e.preset = ?", filter.preset());
    conditions.addIfPresent(
        "e.status = ?", filter.status() == null ? null : WireName.of(filter.status()));
    conditions.addTimes(filter.from(), filter.to(), place);
    return Optional.of(conditions);
  }

  /** The bound on the time alone says again what the place says, so that an index is used. */
  private void addTimes(@Nullable Instant from, @Nullable Instant to, @Nullable Place place) {
    addIfPresent("e.started_at >= ?", from == null ? null : ceiling(from));
    long end = to == null ? Long.MAX_VALUE : ceiling(to);
    if (place != null) {
      add("(e.started_at, e.seq) < (?, ?)", place.startedAt(), place.seq());
      end = Math.min(end, place.startedAt() + 1);
    }
    if (end < Long.MAX_VALUE) {
      add("e.started_at < ?", end);
    }
  }

  private void addIfPresent(String test, @Nullable Object argument) {
    if (argument != null) {
      add(test, argument);
    }
  }

  /** Adds a condition with its arguments. */
  void add(String test, Object... values) {
    tests.append(" and ").append(test);
    arguments.addAll(List.of(values));
  }

  /** Returns the conditions as SQL. */
  String tests() {
    return tests.toString();
  }

  /** Returns the arguments of the conditions, and then {@code more}. */
  @Nullable Object[] arguments(Object... more) {
    List<@Nullable Object> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return all.toArray();
  }

  /**
   * Returns the first millisecond that is not before {@code time}: a time that is kept to the
   * millisecond is before the one exactly if it is before the other.
   */
  static long ceiling(Instant time) {
    long millis = time.toEpochMilli();
    return Instant.ofEpochMilli(millis).isBefore(time) ? millis + 1 : millis;
  }

  private static Optional<Place> place(Namespace namespace, ExecutionId id, Sql sql) {
    return sql.first(
        "select started_at, seq from execution where id = ? and tenant = ? and project = ?",
        row -> new Place(row.getLong(1), row.getLong(2)),
        id.value(),
        namespace.tenant(),
        namespace.project());
  }
}
