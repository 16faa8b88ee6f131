package dev.athena.testkit;

import static dev.athena.testkit.SomeExecutions.after;
import static dev.athena.testkit.SomeExecutions.ended;
import static dev.athena.testkit.SomeExecutions.running;
import static dev.athena.testkit.SomeExecutions.violation;
import static dev.athena.testkit.SomeExecutions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.execution.CalledOperation;
import dev.athena.execution.ExecutionCount;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionRecord.Ended;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Language;
import dev.athena.execution.ResourceUse;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.StoredViolation;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Witness;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of executions promises. */
public abstract class ExecutionStoreContract extends BackendTest {
  private static final ExecutionFilter ALL = ExecutionFilter.all(HERE);
  private static final ExecutionId UNKNOWN = new ExecutionId("exe_unknown");
  private static final int MANY = 1_000;

  @Test
  void whatWasStartedIsFoundAsItWas() {
    ExecutionRecord full =
        new ExecutionRecord(
            id(),
            HERE,
            "alice <a@example.org>",
            "host:1:2",
            Language.JAVASCRIPT,
            "session-1",
            "open \"preset\"",
            JsonObject.builder().put("memory", "read").put("limits", JsonObject.EMPTY).build(),
            "ab".repeat(32),
            "line 1\n\tline 2 🦉 \0 \u0001",
            clock.instant(),
            null);

    start(full);

    assertThat(find(HERE, full.id())).contains(full);
    assertThat(violations(HERE, full.id())).isEmpty();
  }

  @Test
  void whatHasEndedIsFoundAsItEndedWithItsViolations() {
    ExecutionRecord execution = started(HERE);
    Violation one =
        new Violation(
            ViolationKind.NETWORK,
            Severity.CRITICAL,
            Witness.PROGRAM,
            "connect",
            "<script>\0\n",
            later(1));
    Violation other = violation(ViolationKind.FILESYSTEM, Severity.LOW, later(0));
    Ended ended =
        new Ended(
            later(2),
            Status.KILLED,
            "resource_exhausted: 'too much'",
            true,
            List.of(
                new CalledOperation("memory.recall", 7, 2, 0.1 + 0.2),
                new CalledOperation("http.\"fetch\"", 1, 0, 1e-9)),
            5,
            new ResourceUse(1.0 / 3, 0, 9, Long.MAX_VALUE, 1, true));

    assertThat(end(HERE, execution.id(), ended, List.of(one, other))).isTrue();

    assertThat(find(HERE, execution.id())).contains(with(execution, ended));
    assertThat(violations(HERE, execution.id())).containsExactly(one, other);
  }

  @Test
  void everyConstantIsKept() {
    for (Status status : Status.values()) {
      ExecutionRecord execution = started(HERE);
      List<Violation> all = new ArrayList<>();
      for (ViolationKind kind : ViolationKind.values()) {
        for (Severity severity : Severity.values()) {
          for (Witness witness : Witness.values()) {
            all.add(new Violation(kind, severity, witness, "a", "b", clock.instant()));
          }
        }
      }
      Ended ended = ended(clock.instant(), status, all.size());

      assertThat(end(HERE, execution.id(), ended, all)).isTrue();

      assertThat(find(HERE, execution.id())).contains(with(execution, ended));
      assertThat(violations(HERE, execution.id())).isEqualTo(all);
    }
  }

  @Test
  void timesAreKeptToTheMillisecondAndComparedExactly() {
    Instant millis = clock.instant();
    Instant nanos = millis.plusNanos(999_999);
    ExecutionRecord execution = running(HERE, id(), nanos);
    start(execution);
    Violation violation = violation(ViolationKind.PROCESS, Severity.LOW, nanos);
    end(HERE, execution.id(), ended(nanos, Status.OK, 1), List.of(violation));

    ExecutionRecord kept = find(HERE, execution.id()).orElseThrow();
    assertThat(kept.startedAt()).isEqualTo(millis);
    assertThat(kept.ended()).isEqualTo(ended(millis, Status.OK, 1));
    assertThat(violations(HERE, execution.id()).getFirst().at()).isEqualTo(millis);
    assertThat(ids(between(millis, millis.plusNanos(1)))).containsExactly(execution.id());
    assertThat(ids(between(millis.plusNanos(1), null))).isEmpty();
    assertThat(change(store -> store.redactBefore(millis))).isZero();
    assertThat(change(store -> store.redactBefore(millis.plusNanos(1)))).isEqualTo(1);
    assertThat(change(store -> store.removeBefore(millis))).isZero();
    assertThat(change(store -> store.removeBefore(millis.plusNanos(1)))).isEqualTo(1);
  }

  @Test
  void anIdIsTakenInEveryNamespace() {
    ExecutionRecord first = started(HERE);
    ExecutionRecord second = running(THERE, first.id(), later(1));

    assertThatThrownBy(() -> start(first)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> start(second)).isInstanceOf(IllegalStateException.class);

    assertThat(find(HERE, first.id())).contains(first);
    assertThat(find(THERE, first.id())).isEmpty();
  }

  @Test
  void whatHasEndedIsNotAboutToStart() {
    ExecutionRecord over =
        with(running(HERE, id(), clock.instant()), ended(later(1), Status.OK, 0));

    assertThatThrownBy(() -> start(over)).isInstanceOf(IllegalStateException.class);

    assertThat(find(HERE, over.id())).isEmpty();
  }

  @Test
  void anExecutionEndsOnce() {
    ExecutionRecord execution = started(HERE);
    Ended first = ended(later(1), Status.OK, 0);
    end(HERE, execution.id(), first, List.of());
    Violation late = violation(ViolationKind.PROCESS, Severity.LOW, later(2));

    assertThat(end(HERE, execution.id(), ended(later(2), Status.KILLED, 1), List.of(late)))
        .isFalse();

    assertThat(find(HERE, execution.id())).contains(with(execution, first));
    assertThat(violations(HERE, execution.id())).isEmpty();
    assertThat(stored(ALL)).isEmpty();
  }

  @Test
  void whatIsUnknownOrForeignDoesNotEnd() {
    ExecutionRecord execution = started(HERE);
    Ended ended = ended(later(1), Status.OK, 1);
    Violation some = violation(ViolationKind.PROCESS, Severity.LOW, later(1));

    assertThat(end(HERE, UNKNOWN, ended, List.of(some))).isFalse();
    assertThat(end(THERE, execution.id(), ended, List.of(some))).isFalse();

    assertThat(find(HERE, execution.id())).contains(execution);
    assertThat(find(HERE, UNKNOWN)).isEmpty();
    assertThat(violations(HERE, execution.id())).isEmpty();
  }

  @Test
  void nothingOfOneNamespaceIsSeenFromAnother() {
    Namespace otherTenant = new Namespace("other", HERE.project());
    ExecutionRecord execution = started(HERE);
    Violation some = violation(ViolationKind.PROCESS, Severity.HIGH, later(1));
    end(HERE, execution.id(), ended(later(1), Status.OK, 1), List.of(some));

    for (Namespace foreign : List.of(THERE, otherTenant)) {
      assertThat(find(foreign, execution.id())).isEmpty();
      assertThat(violations(foreign, execution.id())).isEmpty();
      assertThat(ids(ExecutionFilter.all(foreign))).isEmpty();
      assertThat(stored(ExecutionFilter.all(foreign))).isEmpty();
      assertThat(count(ExecutionFilter.all(foreign))).isEmpty();
      assertThat(redact(foreign, execution.id())).isFalse();
    }
    assertThat(find(HERE, execution.id()).orElseThrow().source()).isNotNull();
  }

  @Test
  void executionsAreListedNewestFirstUpToTheLimit() {
    ExecutionId first = started(HERE).id();
    ExecutionId same = started(HERE).id();
    ExecutionRecord old = running(HERE, id(), clock.instant().minusMillis(1));
    start(old);
    clock.advance(Duration.ofMillis(1));
    ExecutionId last = started(HERE).id();

    assertThat(ids(ALL)).containsExactly(last, same, first, old.id());
    assertThat(ids(ALL, 4)).containsExactly(last, same, first, old.id());
    assertThat(ids(ALL, 3)).containsExactly(last, same, first);
    assertThat(ids(ALL, 1)).containsExactly(last);
    assertThat(ids(ALL, 0)).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrOverlap() {
    List<ExecutionId> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.addFirst(started(HERE).id());
      clock.advance(Duration.ofMillis(i % 3)); // some begin in the same millisecond
    }

    List<ExecutionId> paged = new ArrayList<>(ids(ALL, 2));
    for (int page = 0; page < 5; page++) {
      paged.addAll(ids(after(HERE, paged.getLast()), 2));
    }

    assertThat(paged).isEqualTo(all);
  }

  @Test
  void nothingComesBeforeWhatIsUnknownOrForeign() {
    started(HERE);
    clock.advance(Duration.ofDays(1));
    ExecutionId foreign = started(THERE).id();

    for (ExecutionId before : List.of(UNKNOWN, foreign)) {
      assertThat(ids(after(HERE, before))).isEmpty();
      assertThat(stored(after(HERE, before))).isEmpty();
      assertThat(count(after(HERE, before))).isEmpty();
    }
  }

  @Test
  void unfinishedOnesAreFoundInAllNamespacesOldestFirst() {
    ExecutionRecord first = started(HERE);
    ExecutionRecord over = started(HERE);
    end(HERE, over.id(), ended(later(1), Status.OK, 0), List.of());
    ExecutionRecord second = started(THERE);
    ExecutionRecord older =
        running(new Namespace("other", "here"), id(), clock.instant().minusSeconds(1));
    start(older);

    assertThat(unfinished(MANY)).containsExactly(older, first, second);
    assertThat(unfinished(3)).containsExactly(older, first, second);
    assertThat(unfinished(2)).containsExactly(older, first);
    assertThat(unfinished(0)).isEmpty();
  }

  @Test
  void rewritingLeavesNothingOfTheFormerTexts() {
    ExecutionRecord execution = started(HERE);
    ExecutionRecord wanted = with(execution, "print(2)");

    boolean there =
        storage().write(tx -> tx.store(ExecutionStore.class).rewrite(wanted, List.of()));
    boolean foreign =
        storage()
            .write(tx ->
                tx.store(ExecutionStore.class)
                    .rewrite(running(HERE, id(), clock.instant()), List.of()));

    assertThat(there).isTrue();
    assertThat(foreign).isFalse();
    assertThat(find(HERE, execution.id())).contains(wanted);
    List<String> projects =
        storage().read(tx -> tx.store(ExecutionStore.class).projects(HERE.tenant()));
    assertThat(projects).contains(HERE.project());
  }

  @Test
  void redactionTakesTheSourceAndLeavesTheRest() {
    ExecutionRecord execution = started(HERE);
    ExecutionRecord other = started(HERE);
    Violation some = violation(ViolationKind.PROCESS, Severity.HIGH, later(1));
    Ended ended = ended(later(1), Status.OK, 1);
    end(HERE, execution.id(), ended, List.of(some));

    assertThat(redact(HERE, execution.id())).isTrue();

    ExecutionRecord redacted = with(with(execution, (String) null), ended);
    assertThat(find(HERE, execution.id())).contains(redacted);
    assertThat(violations(HERE, execution.id())).containsExactly(some);
    assertThat(find(HERE, other.id())).contains(other);
    assertThat(redact(HERE, execution.id())).isFalse();
    assertThat(redact(HERE, UNKNOWN)).isFalse();
  }

  @Test
  void whatRunsMayBeRedactedAndEndsAllTheSame() {
    ExecutionRecord execution = started(HERE);
    assertThat(redact(HERE, execution.id())).isTrue();
    Ended ended = ended(later(1), Status.OK, 0);

    assertThat(end(HERE, execution.id(), ended, List.of())).isTrue();

    assertThat(find(HERE, execution.id())).contains(with(with(execution, (String) null), ended));
  }

  @Test
  void sourcesOfWhatStartedBeforeAreRedactedInAllNamespaces() {
    ExecutionId old = started(HERE).id();
    ExecutionId redacted = started(HERE).id();
    redact(HERE, redacted);
    ExecutionId foreign = started(THERE).id();
    clock.advance(Duration.ofMillis(1));
    ExecutionRecord exact = started(HERE);

    assertThat(change(store -> store.redactBefore(clock.instant()))).isEqualTo(2);

    assertThat(find(HERE, old).orElseThrow().source()).isNull();
    assertThat(find(THERE, foreign).orElseThrow().source()).isNull();
    assertThat(find(HERE, exact.id())).contains(exact);
    assertThat(change(store -> store.redactBefore(clock.instant()))).isZero();
  }

  @Test
  void whatEndedAndStartedBeforeIsRemovedWithItsViolations() {
    Violation some = violation(ViolationKind.PROCESS, Severity.HIGH, clock.instant());
    Ended ended = ended(later(5), Status.OK, 1);
    ExecutionRecord running = started(HERE);
    ExecutionId old = started(HERE).id();
    end(HERE, old, ended, List.of(some, some));
    ExecutionId foreign = started(THERE).id();
    end(THERE, foreign, ended, List.of(some));
    clock.advance(Duration.ofMillis(1));
    ExecutionId exact = started(HERE).id();
    end(HERE, exact, ended, List.of(some));

    assertThat(change(store -> store.removeBefore(clock.instant()))).isEqualTo(2);

    assertThat(find(HERE, old)).isEmpty();
    assertThat(violations(HERE, old)).isEmpty();
    assertThat(find(THERE, foreign)).isEmpty();
    assertThat(stored(ExecutionFilter.all(THERE))).isEmpty();
    assertThat(ids(ALL)).containsExactly(exact, running.id());
    assertThat(stored(ALL)).containsExactly(new StoredViolation(exact, some));
    assertThat(change(store -> store.removeBefore(clock.instant()))).isZero();
  }

  @Test
  void oneThatEndedIsRemovedWithItsViolations() {
    ExecutionRecord execution = started(HERE);
    Violation some = violation(ViolationKind.PROCESS, Severity.HIGH, clock.instant());
    assertThat(remove(HERE, execution.id())).as("it runs").isFalse();
    end(HERE, execution.id(), ended(later(1), Status.OK, 1), List.of(some));
    assertThat(projects()).containsExactly(HERE.project());

    assertThat(remove(THERE, execution.id())).isFalse();
    assertThat(remove(HERE, execution.id())).isTrue();

    assertThat(find(HERE, execution.id())).isEmpty();
    assertThat(violations(HERE, execution.id())).isEmpty();
    assertThat(remove(HERE, execution.id())).isFalse();
    assertThat(projects()).isEmpty();
  }

  @Test
  void anIdThatWasRemovedMayComeAgain() {
    ExecutionRecord execution = started(HERE);
    Violation some = violation(ViolationKind.PROCESS, Severity.HIGH, clock.instant());
    end(HERE, execution.id(), ended(later(1), Status.OK, 1), List.of(some));
    change(store -> store.removeBefore(later(1)));

    start(execution);

    assertThat(find(HERE, execution.id())).contains(execution);
    assertThat(violations(HERE, execution.id())).isEmpty();
  }

  @Test
  void aWriteThatFailsLeavesNoExecution() {
    ExecutionRecord taken = started(HERE);
    ExecutionRecord other = running(HERE, id(), clock.instant());

    assertThatThrownBy(() ->
            write(
                ExecutionStore.class,
                store -> {
                  store.start(other);
                  store.start(taken);
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(ids(ALL)).containsExactly(taken.id());
  }

  private ExecutionId id() {
    return new ExecutionId(ids.next(ExecutionId.PREFIX));
  }

  private Instant later(int seconds) {
    return clock.instant().plus(seconds, ChronoUnit.SECONDS);
  }

  private static ExecutionFilter between(@Nullable Instant from, @Nullable Instant to) {
    return new ExecutionFilter(HERE, null, null, null, from, to, null);
  }

  private ExecutionRecord started(Namespace namespace) {
    ExecutionRecord execution = running(namespace, id(), clock.instant());
    start(execution);
    return execution;
  }

  private void start(ExecutionRecord execution) {
    write(ExecutionStore.class, store -> store.start(execution));
  }

  private boolean end(
      Namespace namespace, ExecutionId id, Ended ended, List<Violation> violations) {
    return storage()
        .write(tx -> tx.store(ExecutionStore.class).end(namespace, id, ended, violations));
  }

  private boolean redact(Namespace namespace, ExecutionId id) {
    return storage().write(tx -> tx.store(ExecutionStore.class).redact(namespace, id));
  }

  private boolean remove(Namespace namespace, ExecutionId id) {
    return storage().write(tx -> tx.store(ExecutionStore.class).remove(namespace, id));
  }

  /** Changes many at once; returns how many. */
  private int change(ToIntFunction<ExecutionStore> work) {
    return storage().write(tx -> work.applyAsInt(tx.store(ExecutionStore.class)));
  }

  private Optional<ExecutionRecord> find(Namespace namespace, ExecutionId id) {
    return optional(ExecutionStore.class, store -> store.find(namespace, id));
  }

  private List<ExecutionId> ids(ExecutionFilter filter) {
    return ids(filter, MANY);
  }

  private List<String> projects() {
    return list(ExecutionStore.class, store -> store.projects(HERE.tenant()));
  }

  private List<ExecutionId> ids(ExecutionFilter filter, int limit) {
    return list(ExecutionStore.class, store -> store.list(filter, limit)).stream()
        .map(ExecutionRecord::id)
        .toList();
  }

  private List<Violation> violations(Namespace namespace, ExecutionId id) {
    return list(ExecutionStore.class, store -> store.violations(namespace, id));
  }

  private List<StoredViolation> stored(ExecutionFilter filter) {
    return list(ExecutionStore.class, store -> store.violations(filter, null, null, MANY));
  }

  private List<ExecutionRecord> unfinished(int limit) {
    return list(ExecutionStore.class, store -> store.unfinished(limit));
  }

  private List<ExecutionCount> count(ExecutionFilter filter) {
    return list(ExecutionStore.class, store -> store.count(filter));
  }
}
