package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.InternalFailure;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.storage.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One execution, from its order to its record. */
final class Run {
  private final Executions.World world;
  private final Records records;
  private final Caller caller;
  private final Order order;
  private final ExecutionId id;
  private final CallLog log;
  private final RunScreen screen;
  private final List<Violation> refused = new ArrayList<>();
  private @Nullable ExecutionRecord started;
  private List<Finding> findings = List.of();

  /** What executions share to write their records. */
  record Records(WrittenConfig configs, Ends ends) {}

  Run(Executions.World world, Records records, Caller caller, Order order) {
    this.world = world;
    this.records = records;
    this.caller = caller;
    this.order = order;
    this.id = new ExecutionId(world.ids().next(ExecutionId.PREFIX));
    this.log = new CallLog(order.calls().of(id, this::note), world.clock());
    this.screen = new RunScreen(world.screen(), caller.namespace().tenant());
  }

  Execution go() {
    Policy.check(order.program(), order.config());
    try {
      return complete(outcome());
    } catch (AthenaException e) {
      throw fail(e);
    } catch (RuntimeException e) {
      throw fail(new InternalFailure("the execution failed inside Athena", e));
    }
  }

  private AthenaException fail(AthenaException e) {
    writeStart();
    writeEnd(failed(e), List.of());
    return e;
  }

  private Outcome outcome() {
    try {
      return world
          .runner()
          .run(new RunRequest(id, caller, order.program(), order.config(), log, new RunGate()));
    } catch (CodeRejected e) {
      ProgramError why =
          new ProgramError(
              e.code().wireName(),
              null,
              e.problem(),
              e.hint(),
              null,
              e.line() == 0 ? null : e.line());
      return Outcome.rejected(why);
    }
  }

  private final class RunGate implements Gate {
    @Override
    public void meanwhile() {
      writeStart();
    }

    @Override
    public boolean isOpen() {
      return order.config().refuse().isEmpty();
    }

    @Override
    public void letThrough(CodeReport report) {
      findings = Policy.telling(report, order.config());
      Policy.check(report, order.config());
      writeStart();
    }
  }

  private Execution complete(Outcome seen) {
    List<Violation> violations = new ArrayList<>(seen.violations());
    synchronized (refused) {
      violations.addAll(refused);
    }
    List<Violation> alarms = Violations.exfiltration(violations, world.clock().instant());
    violations.addAll(alarms);
    Outcome outcome = screen.outcome(seen.with(violations));
    writeStart();
    writeEnd(ended(outcome), outcome.violations());
    List<Alert> alerts =
        screen.violations(alarms).stream()
            .map(alarm -> new Alert(id, namespace(), caller.principal().name(), alarm))
            .toList();
    alerts.forEach(world.alerts());
    return new Execution(id, outcome, findings, log.called(), alerts);
  }

  private void note(Violation violation) {
    synchronized (refused) {
      if (refused.size() < ExecutionRecord.VIOLATIONS_MAX) {
        refused.add(violation);
      }
    }
  }

  /** Writes that the program starts, unless that is written; it is before its first line. */
  private void writeStart() {
    if (started != null) {
      return;
    }
    String source = screen.text(order.program().source());
    ExecutionRecord record =
        new ExecutionRecord(
            id,
            namespace(),
            caller.principal().name(),
            world.runner().owner(),
            order.program().language(),
            order.program().session(),
            order.preset(),
            screen.config(records.configs().of(order.config()), order.config()),
            Executions.sha256(source),
            source,
            world.clock().instant(),
            null);
    world
        .storage()
        .note(tx -> {
          tx.store(ExecutionStore.class).start(record);
          return true;
        });
    started = record;
    world.audit().accept(RunAudit.started(record));
  }

  /** What went as it should need not wait for the disk, and nobody for that it is written. */
  private void writeEnd(ExecutionRecord.Ended ended, List<Violation> violations) {
    Function<Transaction, Boolean> end =
        tx -> tx.store(ExecutionStore.class).end(namespace(), id, ended, violations);
    if (violations.isEmpty()) {
      records.ends().write(() -> tellEnd(world.storage().note(end), ended));
    } else {
      tellEnd(world.storage().write(end), ended);
    }
  }

  private void tellEnd(boolean written, ExecutionRecord.Ended ended) {
    if (!written) {
      throw new IllegalStateException("the execution " + id.value() + " had ended before");
    }
    ExecutionRecord record = started;
    if (record != null) {
      world.audit().accept(RunAudit.ended(record, ended));
    }
  }

  private ExecutionRecord.Ended ended(Outcome outcome) {
    return new ExecutionRecord.Ended(
        world.clock().instant(),
        outcome.status(),
        told(outcome.error()),
        false,
        log.called(),
        outcome.violations().size(),
        outcome.use());
  }

  private ExecutionRecord.Ended failed(AthenaException e) {
    return new ExecutionRecord.Ended(
        world.clock().instant(),
        Status.REJECTED,
        screen.text(Executions.told(e)),
        false,
        log.called(),
        0,
        ResourceUse.NONE);
  }

  private static @Nullable String told(@Nullable ProgramError error) {
    if (error == null) {
      return null;
    }
    String sort = error.code() == null ? error.type() : error.code();
    return sort == null ? error.message() : sort + ": " + error.message();
  }

  private Namespace namespace() {
    return caller.namespace();
  }
}
