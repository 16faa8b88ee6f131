package dev.athena.testkit;

import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Language;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.principal.Namespace;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A random sequence of calls on the executions of one storage, the same for the same seed. */
final class RandomExecutions {
  private static final List<Namespace> NAMESPACES =
      List.of(Namespace.ofProject("one"), Namespace.ofProject("two"), new Namespace("t", "one"));
  private static final List<String> PRINCIPALS = List.of("alice", "bob", "carol");
  private static final List<String> PRESETS = List.of("default", "open");

  private final Storage storage;
  private final Random random;
  private final TestClock clock = new TestClock();
  private final List<ExecutionId> known = new ArrayList<>();

  RandomExecutions(Storage storage, long seed) {
    this.storage = storage;
    this.random = new Random(seed);
  }

  /** Makes the next call and returns what was called and answered. */
  String next() {
    clock.advance(Duration.ofNanos(random.nextInt(3) * 700_000L));
    return switch (random.nextInt(24)) {
      case 0, 1, 2, 3, 4, 5 -> "start " + start();
      case 6, 7, 8, 9 -> "end " + storage.write(this::end);
      case 10 -> "redact " + storage.write(tx -> executions(tx).redact(namespace(), any()));
      case 11 -> "redact before " + rarely(tx -> executions(tx).redactBefore(moment()));
      case 12 -> "remove before " + rarely(tx -> executions(tx).removeBefore(moment()));
      case 13 -> "find " + storage.read(tx -> executions(tx).find(namespace(), any()));
      case 14 -> "of one " + storage.read(tx -> executions(tx).violations(namespace(), any()));
      case 15 -> "unfinished " + storage.read(tx -> executions(tx).unfinished(limit()));
      case 16, 17, 18 -> "list " + storage.read(tx -> executions(tx).list(filter(), limit()));
      case 19, 20 -> "count " + storage.<List<String>>read(this::counts);
      default -> "violations " + storage.read(this::violations);
    };
  }

  private static ExecutionStore executions(Transaction tx) {
    return tx.store(ExecutionStore.class);
  }

  private String rarely(Function<Transaction, Integer> work) {
    return random.nextInt(8) == 0 ? String.valueOf(storage.write(work)) : "not now";
  }

  private String start() {
    ExecutionId id = random.nextInt(12) == 0 ? any() : new ExecutionId("exe_" + (known.size() + 1));
    ExecutionRecord plain = SomeExecutions.running(namespace(), id, clock.instant());
    Language language = one(Language.values());
    ExecutionRecord execution =
        SomeExecutions.in(language, SomeExecutions.of(plain, one(PRINCIPALS), one(PRESETS)));
    known.add(id);
    try {
      return storage.write(tx -> {
        executions(tx).start(execution);
        return execution.toString();
      });
    } catch (IllegalStateException _) {
      return "refused";
    }
  }

  private boolean end(Transaction tx) {
    List<Violation> violations = new ArrayList<>();
    for (int i = random.nextInt(9) - 5; i > 0; i--) {
      violations.add(
          SomeExecutions.violation(
              one(ViolationKind.values()), one(Severity.values()), clock.instant()));
    }
    int told = violations.size() + random.nextInt(2);
    return executions(tx)
        .end(
            namespace(),
            any(),
            SomeExecutions.ended(clock.instant(), one(Status.values()), told),
            violations);
  }

  private String violations(Transaction tx) {
    ViolationKind kind = maybe(one(ViolationKind.values()));
    Severity least = maybe(one(Severity.values()));
    return executions(tx).violations(filter(), kind, least, limit()).toString();
  }

  private List<String> counts(Transaction tx) {
    return executions(tx).count(filter()).stream().map(Object::toString).sorted().toList();
  }

  private ExecutionFilter filter() {
    return new ExecutionFilter(
        namespace(),
        maybe(one(PRINCIPALS)),
        maybe(one(PRESETS)),
        maybe(one(Status.values())),
        maybe(moment()),
        maybe(moment()),
        maybe(any()));
  }

  /** Returns a moment of the time that has passed, seldom on a millisecond. */
  private Instant moment() {
    long nanos = Duration.between(TestClock.START, clock.instant()).toNanos();
    return TestClock.START.plusNanos(random.nextLong(nanos + 1));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextInt(4) == 0 ? value : null;
  }

  private int limit() {
    return random.nextInt(30);
  }

  private Namespace namespace() {
    return random.nextInt(3) == 0 ? one(NAMESPACES) : NAMESPACES.getFirst();
  }

  private ExecutionId any() {
    return known.isEmpty() ? new ExecutionId("exe_none") : one(known);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
