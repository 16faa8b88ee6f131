package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.CalledOperation;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionRecord.Ended;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.ResourceUse;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.ViolationKind;
import dev.athena.principal.Namespace;
import dev.athena.storage.Storage;
import dev.athena.testkit.ExecutionTwinContract;
import dev.athena.testkit.SomeExecutions;
import dev.athena.testkit.TestClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How executions lie in the file, and by which way they are found. */
final class SqliteExecutionsTest {
  private static final Namespace HERE = Namespace.ofProject("here");
  private static final Instant NOW = TestClock.START;

  @TempDir private Path home;

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(home)).isEmpty();
  }

  /** SQLite answers as the twin in main memory does. */
  @Nested
  final class Twin extends ExecutionTwinContract {
    @Override
    protected Storage open(long seed) {
      return SqliteStorage.open(home.resolve("seed-" + seed));
    }
  }

  @Test
  void pagesAreReadByAnIndexAndNotSorted() {
    fill();

    try (Sql sql = reader()) {
      assertPlan(sql, filter(null, null, null), "execution_time", "project=?)");
      assertPlan(sql, filter("alice", null, null), "execution_principal", "principal=?");
      assertPlan(sql, filter(null, Status.OK, null), "execution_status", "status=?");
      assertPlan(sql, filter(null, null, id(1)), "execution_time", "started_at<?");
      assertPlan(sql, filter("alice", null, id(1)), "execution_principal", "started_at<?");
    }
  }

  @Test
  void violationsAreReadByTheirIndexAndNotSorted() {
    fill();

    try (Sql sql = reader()) {
      ExecutionConditions conditions = conditions(sql, filter("alice", Status.OK, id(1)));
      conditions.add("e.kinds & ? <> 0 and v.kind = ?", 1, "network");
      assertThat(plan(sql, SqliteExecutionStore.violating(conditions)))
          .hasSize(2)
          .anyMatch(step -> step.contains("execution_violated") && step.contains("started_at<?"))
          .anyMatch(step -> step.contains("SEARCH v USING PRIMARY KEY"));
    }
  }

  @Test
  void countsAreReadOffTheirIndexAlone() {
    fill();

    try (Sql sql = reader()) {
      ExecutionConditions conditions = conditions(sql, filter(null, Status.OK, id(1)));
      assertThat(plan(sql, SqliteExecutionStore.counting(conditions)))
          .singleElement()
          .asString()
          .contains("COVERING INDEX execution_count");
    }
  }

  @Test
  void housekeepingReadsOnlyWhatItChanges() {
    fill();

    try (Sql sql = reader()) {
      assertThat(plan(sql, SqliteExecutionStore.UNFINISHED))
          .singleElement()
          .asString()
          .contains("execution_unfinished");
      assertThat(plan(sql, SqliteExecutionStore.REDACT_BEFORE))
          .anyMatch(step -> step.contains("execution_source (started_at<?)"));
      assertThat(plan(sql, SqliteExecutionStore.REMOVE_BEFORE))
          .anyMatch(step -> step.contains("execution_ended (started_at<?)"));
    }
  }

  @Test
  void halfACharacterIsKeptAsAQuestionMark() {
    Ended strange =
        new Ended(
            NOW,
            Status.ERROR,
            "\ud83e",
            false,
            List.of(new CalledOperation("a\udd89", 1, 1, 0)),
            0,
            ResourceUse.NONE);
    try (Storage storage = SqliteStorage.open(home)) {
      start(storage, 1);

      Boolean ended =
          storage.write(tx -> tx.store(ExecutionStore.class).end(HERE, id(1), strange, List.of()));

      assertThat(ended).isTrue();
      ExecutionRecord kept =
          storage.read(tx -> tx.store(ExecutionStore.class).find(HERE, id(1)).orElseThrow());
      assertThat(kept.ended()).isNotNull();
      assertThat(kept.ended().error()).isEqualTo("?");
      assertThat(kept.ended().calls()).extracting(CalledOperation::operation).containsExactly("a?");
    }
  }

  @Test
  void theViolationsOfWhatIsRemovedLeaveTheFile() {
    fill();
    try (Storage storage = SqliteStorage.open(home)) {
      storage.write(tx -> tx.store(ExecutionStore.class).removeBefore(NOW.plusSeconds(9)));
    }

    try (Sql sql = reader()) {
      assertThat(sql.number("select count(*) from violation")).isZero();
      assertThat(sql.number("select count(*) from execution")).isEqualTo(1);
    }
    Invariants.check(home);
  }

  private static void assertPlan(Sql sql, ExecutionFilter filter, String index, String how) {
    assertThat(plan(sql, SqliteExecutionStore.listing(conditions(sql, filter))))
        .singleElement()
        .asString()
        .contains(index, how);
  }

  private static List<String> plan(Sql sql, String query) {
    return sql.list("explain query plan " + query, row -> row.getString("detail"));
  }

  private static ExecutionConditions conditions(Sql sql, ExecutionFilter filter) {
    return ExecutionConditions.of(filter, sql).orElseThrow();
  }

  private static ExecutionFilter filter(
      @Nullable String principal, @Nullable Status status, @Nullable ExecutionId before) {
    return new ExecutionFilter(HERE, principal, null, status, null, null, before);
  }

  private static ExecutionId id(int number) {
    return new ExecutionId("exe_" + number);
  }

  /** Keeps one execution that has ended with violations, and one that has not ended. */
  private void fill() {
    try (Storage storage = SqliteStorage.open(home)) {
      start(storage, 1);
      start(storage, 2);
      var some = SomeExecutions.violation(ViolationKind.NETWORK, Severity.HIGH, NOW);
      storage.write(tx ->
          tx.store(ExecutionStore.class)
              .end(HERE, id(1), SomeExecutions.ended(NOW, Status.OK, 2), List.of(some, some)));
    }
  }

  private static void start(Storage storage, int number) {
    storage.<Boolean>write(tx -> {
      tx.store(ExecutionStore.class).start(SomeExecutions.running(HERE, id(number), NOW));
      return true;
    });
  }

  private Sql reader() {
    return new Database(home, Layout.MEMORIES, UnaryOperator.identity()).openReader();
  }
}
