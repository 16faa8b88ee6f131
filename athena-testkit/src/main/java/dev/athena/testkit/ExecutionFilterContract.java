package dev.athena.testkit;

import static dev.athena.testkit.SomeExecutions.ended;
import static dev.athena.testkit.SomeExecutions.running;
import static dev.athena.testkit.SomeExecutions.violation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.ExecutionCount;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Language;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.StoredViolation;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of executions promises of filters: in lists, of violations, and in counts. */
public abstract class ExecutionFilterContract extends BackendTest {
  private static final int MANY = 1_000;

  /** What a filter has besides a namespace, all of it absent to begin with. */
  private record Wanted(
      @Nullable String principal,
      @Nullable String preset,
      @Nullable Status status,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable ExecutionId before) {
    static final Wanted ANY = new Wanted(null, null, null, null, null, null);

    Wanted principal(String name) {
      return new Wanted(name, preset, status, from, to, before);
    }

    Wanted preset(String name) {
      return new Wanted(principal, name, status, from, to, before);
    }

    Wanted status(Status one) {
      return new Wanted(principal, preset, one, from, to, before);
    }

    Wanted from(Instant time) {
      return new Wanted(principal, preset, status, time, to, before);
    }

    Wanted to(Instant time) {
      return new Wanted(principal, preset, status, from, time, before);
    }

    Wanted before(ExecutionId id) {
      return new Wanted(principal, preset, status, from, to, id);
    }

    ExecutionFilter filter() {
      return new ExecutionFilter(HERE, principal, preset, status, from, to, before);
    }
  }

  @Test
  void eachPartOfAFilterLetsThroughWhatItNames() {
    ExecutionId alice = over("alice", "default", Status.OK);
    ExecutionId bob = over("bob", "open", Status.TIMEOUT);
    ExecutionId running = unfinished("bob", "default");

    assertThat(ids(Wanted.ANY)).containsExactly(running, bob, alice);
    assertThat(ids(Wanted.ANY.principal("bob"))).containsExactly(running, bob);
    assertThat(ids(Wanted.ANY.principal("BOB"))).isEmpty();
    assertThat(ids(Wanted.ANY.principal("b%"))).isEmpty();
    assertThat(ids(Wanted.ANY.preset("default"))).containsExactly(running, alice);
    assertThat(ids(Wanted.ANY.status(Status.TIMEOUT))).containsExactly(bob);
    assertThat(ids(Wanted.ANY.status(Status.KILLED))).isEmpty();
    assertThat(ids(Wanted.ANY.before(running))).containsExactly(bob, alice);
  }

  @Test
  void aPeriodHasItsBeginningAndNotItsEnd() {
    Instant start = clock.instant();
    ExecutionId first = over("alice", "default", Status.OK);
    ExecutionId second = over("alice", "default", Status.OK);
    ExecutionId third = over("alice", "default", Status.OK);
    Instant middle = start.plusMillis(1);

    assertThat(ids(Wanted.ANY.from(middle))).containsExactly(third, second);
    assertThat(ids(Wanted.ANY.to(middle))).containsExactly(first);
    assertThat(ids(Wanted.ANY.from(middle).to(start.plusMillis(2)))).containsExactly(second);
    assertThat(ids(Wanted.ANY.from(middle).to(middle))).isEmpty();
  }

  @Test
  void thePartsOfAFilterMustAllBeMet() {
    Instant start = clock.instant();
    ExecutionId wanted = over("bob", "open", Status.ERROR);
    over("alice", "open", Status.ERROR);
    over("bob", "default", Status.ERROR);
    over("bob", "open", Status.OK);
    ExecutionId later = over("bob", "open", Status.ERROR);
    Wanted same = Wanted.ANY.principal("bob").preset("open").status(Status.ERROR);

    assertThat(ids(same)).containsExactly(later, wanted);
    assertThat(ids(same.before(later))).containsExactly(wanted);
    assertThat(ids(same.from(start).to(start.plusMillis(4)))).containsExactly(wanted);
    assertThat(ids(same.from(start.plusMillis(1)).before(later))).isEmpty();
    assertThat(ids(same.to(start.plusMillis(9)).before(later))).containsExactly(wanted);
    assertThat(ids(same.to(start).before(later))).isEmpty();
    assertThat(ids(same.before(wanted))).isEmpty();
  }

  @Test
  void whatItPagesFromNeedNotPassTheFilter() {
    ExecutionId wanted = over("bob", "open", Status.OK);
    ExecutionId other = over("alice", "default", Status.ERROR);
    over("bob", "open", Status.OK);

    assertThat(ids(Wanted.ANY.principal("bob").before(other))).containsExactly(wanted);
  }

  @Test
  void theNewestExecutionComesFirstWithItsViolationsAsTheyWereSeen() {
    Violation early = violation(ViolationKind.NETWORK, Severity.LOW, clock.instant());
    Violation late =
        violation(ViolationKind.PROCESS, Severity.HIGH, clock.instant().plusSeconds(9));
    ExecutionId first = over("alice", "default", Status.OK, late, early);
    over("alice", "default", Status.OK);
    ExecutionId last = over("alice", "default", Status.OK, early, late, early);
    List<StoredViolation> all =
        List.of(
            new StoredViolation(last, early),
            new StoredViolation(last, late),
            new StoredViolation(last, early),
            new StoredViolation(first, late),
            new StoredViolation(first, early));

    for (int limit = 0; limit <= all.size(); limit++) {
      assertThat(violations(Wanted.ANY, null, null, limit)).isEqualTo(all.subList(0, limit));
    }
    assertThat(violations(Wanted.ANY, null, null, MANY)).isEqualTo(all);
  }

  @Test
  void violationsAreFilteredByKindAndBySeverity() {
    List<StoredViolation> all = new ArrayList<>();
    for (ViolationKind kind : ViolationKind.values()) {
      for (Severity severity : Severity.values()) {
        Violation one = violation(kind, severity, clock.instant());
        all.addFirst(new StoredViolation(over("alice", "default", Status.OK, one), one));
      }
    }

    for (ViolationKind kind : ViolationKind.values()) {
      assertThat(violations(Wanted.ANY, kind, null, MANY))
          .isEqualTo(all.stream().filter(one -> one.violation().kind() == kind).toList());
      for (Severity least : Severity.values()) {
        assertThat(violations(Wanted.ANY, kind, least, MANY))
            .isEqualTo(
                all.stream()
                    .filter(one -> one.violation().kind() == kind)
                    .filter(one -> one.violation().severity().compareTo(least) >= 0)
                    .toList());
      }
    }
    assertThat(violations(Wanted.ANY, null, Severity.CRITICAL, 2))
        .isEqualTo(
            all.stream()
                .filter(one -> one.violation().severity() == Severity.CRITICAL)
                .limit(2)
                .toList());
  }

  @Test
  void kindAndSeverityAreThoseOfOneViolation() {
    Violation mild = violation(ViolationKind.NETWORK, Severity.LOW, clock.instant());
    Violation grave = violation(ViolationKind.PROCESS, Severity.CRITICAL, clock.instant());
    ExecutionId both = over("alice", "default", Status.OK, mild, grave);

    assertThat(violations(Wanted.ANY, ViolationKind.NETWORK, Severity.HIGH, MANY)).isEmpty();
    assertThat(violations(Wanted.ANY, ViolationKind.PROCESS, Severity.HIGH, MANY))
        .containsExactly(new StoredViolation(both, grave));
  }

  @Test
  void violationsAreFilteredByTheirExecutions() {
    Instant start = clock.instant();
    Violation some = violation(ViolationKind.NETWORK, Severity.LOW, start);
    ExecutionId alice = over("alice", "default", Status.OK, some);
    ExecutionId bob = over("bob", "open", Status.KILLED, some);
    ExecutionId last = over("bob", "default", Status.OK, some);

    assertThat(violators(Wanted.ANY)).containsExactly(last, bob, alice);
    assertThat(violators(Wanted.ANY.principal("bob"))).containsExactly(last, bob);
    assertThat(violators(Wanted.ANY.preset("default"))).containsExactly(last, alice);
    assertThat(violators(Wanted.ANY.status(Status.KILLED))).containsExactly(bob);
    assertThat(violators(Wanted.ANY.from(start.plusMillis(1)))).containsExactly(last, bob);
    assertThat(violators(Wanted.ANY.to(start.plusMillis(1)))).containsExactly(alice);
    assertThat(violators(Wanted.ANY.before(last))).containsExactly(bob, alice);
    assertThat(violators(Wanted.ANY.principal("bob").before(last))).containsExactly(bob);
    assertThat(violators(Wanted.ANY.principal("bob").preset("open").status(Status.OK))).isEmpty();
  }

  @Test
  void countsAreByEverythingAtOnce() {
    Violation some = violation(ViolationKind.NETWORK, Severity.LOW, clock.instant());
    over("alice", "default", Status.OK);
    over("alice", "default", Status.OK, some, some);
    over("alice", "default", Status.ERROR, some);
    over("alice", "open", Status.OK);
    over("bob", "default", Status.OK);
    unfinished("bob", "default");
    unfinished("bob", "default");

    assertThat(count(Wanted.ANY))
        .containsExactlyInAnyOrder(
            new ExecutionCount("alice", "default", Language.PYTHON, Status.OK, 2, 2),
            new ExecutionCount("alice", "default", Language.PYTHON, Status.ERROR, 1, 1),
            new ExecutionCount("alice", "open", Language.PYTHON, Status.OK, 1, 0),
            new ExecutionCount("bob", "default", Language.PYTHON, Status.OK, 1, 0),
            new ExecutionCount("bob", "default", Language.PYTHON, null, 2, 0));
  }

  @Test
  void languagesAreCountedApart() {
    start(running(HERE, id(), clock.instant()));
    start(SomeExecutions.in(Language.JAVASCRIPT, running(HERE, id(), clock.instant())));

    assertThat(count(Wanted.ANY))
        .containsExactlyInAnyOrder(
            new ExecutionCount("alice", "default", Language.PYTHON, null, 1, 0),
            new ExecutionCount("alice", "default", Language.JAVASCRIPT, null, 1, 0));
  }

  @Test
  void countsHaveTheViolationsThatTheEndTellsAlsoIfFewerAreKept() {
    ExecutionRecord execution = running(HERE, id(), clock.instant());
    start(execution);
    Violation kept = violation(ViolationKind.NETWORK, Severity.LOW, clock.instant());

    end(execution.id(), Status.OK, 5_000, List.of(kept));

    assertThat(count(Wanted.ANY))
        .containsExactly(
            new ExecutionCount("alice", "default", Language.PYTHON, Status.OK, 1, 5_000));
    assertThat(violators(Wanted.ANY)).containsExactly(execution.id());
  }

  @Test
  void whatIsCountedPassesTheFilter() {
    Instant start = clock.instant();
    over("alice", "default", Status.OK);
    ExecutionId bob = over("bob", "open", Status.ERROR);
    over("bob", "default", Status.OK);

    ExecutionCount alices =
        new ExecutionCount("alice", "default", Language.PYTHON, Status.OK, 1, 0);
    ExecutionCount bobs = new ExecutionCount("bob", "open", Language.PYTHON, Status.ERROR, 1, 0);
    ExecutionCount last = new ExecutionCount("bob", "default", Language.PYTHON, Status.OK, 1, 0);
    assertThat(count(Wanted.ANY.principal("bob"))).containsExactlyInAnyOrder(bobs, last);
    assertThat(count(Wanted.ANY.preset("default"))).containsExactlyInAnyOrder(alices, last);
    assertThat(count(Wanted.ANY.status(Status.OK))).containsExactlyInAnyOrder(alices, last);
    assertThat(count(Wanted.ANY.from(start.plusMillis(1)).to(start.plusMillis(2))))
        .containsExactly(bobs);
    assertThat(count(Wanted.ANY.before(bob))).containsExactly(alices);
    assertThat(count(Wanted.ANY.principal("carol"))).isEmpty();
  }

  private ExecutionId id() {
    return new ExecutionId(ids.next(ExecutionId.PREFIX));
  }

  /** Starts one, and moves the clock on by a millisecond. */
  private ExecutionId unfinished(String principal, String preset) {
    ExecutionRecord execution =
        SomeExecutions.of(running(HERE, id(), clock.instant()), principal, preset);
    start(execution);
    clock.advance(Duration.ofMillis(1));
    return execution.id();
  }

  private ExecutionId over(
      String principal, String preset, Status status, Violation... violations) {
    ExecutionId id = unfinished(principal, preset);
    end(id, status, violations.length, List.of(violations));
    return id;
  }

  private void start(ExecutionRecord execution) {
    write(ExecutionStore.class, store -> store.start(execution));
  }

  private void end(ExecutionId id, Status status, int count, List<Violation> violations) {
    write(
        ExecutionStore.class,
        store ->
            assertThat(store.end(HERE, id, ended(clock.instant(), status, count), violations))
                .isTrue());
  }

  private List<ExecutionId> ids(Wanted wanted) {
    return list(ExecutionStore.class, store -> store.list(wanted.filter(), MANY)).stream()
        .map(ExecutionRecord::id)
        .toList();
  }

  private List<StoredViolation> violations(
      Wanted wanted, @Nullable ViolationKind kind, @Nullable Severity least, int limit) {
    return list(
        ExecutionStore.class, store -> store.violations(wanted.filter(), kind, least, limit));
  }

  private List<ExecutionId> violators(Wanted wanted) {
    return violations(wanted, null, null, MANY).stream().map(StoredViolation::execution).toList();
  }

  private List<ExecutionCount> count(Wanted wanted) {
    return list(ExecutionStore.class, store -> store.count(wanted.filter()));
  }
}
