package dev.athena.execution;

import dev.athena.audit.AuditEvent;
import dev.athena.error.AthenaException;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import dev.athena.storage.IdSource;
import dev.athena.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs programs and keeps what became of them.
 *
 * <p>The record of an execution is there before the first line of its program runs. That it ended
 * is written while the answer is on its way; whoever asks here for records waits for that. Safe for
 * use by many threads.
 */
public final class Executions {
  /** How many executions of dead processes are completed at once. */
  private static final int INTERRUPTED_AT_ONCE = 500;

  private final World world;
  private final WrittenConfig configs = new WrittenConfig();
  private final Ends ends;

  /**
   * What executions are made with.
   *
   * @param alerts is told when a program looks as if it carried data out
   * @param screen what a program tells, and what is kept of it, passes
   * @param audit is told of every start and end, after it is on record
   * @param ends writes how executions ended, and is told what fails
   */
  public record World(
      Storage storage,
      CodeRunner runner,
      IdSource ids,
      InstantSource clock,
      Consumer<Alert> alerts,
      Screen screen,
      Consumer<AuditEvent> audit,
      Executor ends) {}

  public Executions(World world) {
    this.world = world;
    this.ends = new Ends(world.ends());
  }

  /**
   * Runs a program to its end; one that the policy refuses has the outcome rejected.
   *
   * @throws SandboxUnavailable if no sandbox can be had; that too is on record
   */
  public Execution run(Caller caller, Order order) {
    return new Run(world, new Run.Records(configs, ends), caller, order).go();
  }

  /**
   * Completes the records of executions whose process died, and returns how many there were; each
   * is then on record as interrupted.
   */
  public int noteInterrupted() {
    List<ExecutionRecord> dead =
        read(store -> store.unfinished(INTERRUPTED_AT_ONCE)).stream()
            .filter(one -> !world.runner().isAlive(one.owner()))
            .toList();
    if (dead.isEmpty()) {
      return 0;
    }
    ExecutionRecord.Ended end = interrupted();
    List<ExecutionRecord> ended =
        world
            .storage()
            .write(tx -> {
              ExecutionStore store = tx.store(ExecutionStore.class);
              return dead.stream()
                  .filter(one -> store.end(one.namespace(), one.id(), end, List.of()))
                  .toList();
            });
    ended.forEach(one -> world.audit().accept(RunAudit.ended(one, end)));
    return ended.size();
  }

  /** Returns one execution of a namespace. */
  public Optional<ExecutionRecord> find(Namespace namespace, ExecutionId id) {
    return read(store -> store.find(namespace, id));
  }

  /** Reads the executions on record, those that were interrupted up to now among them. */
  public <T> T look(Function<ExecutionStore, T> look) {
    int interrupted = noteInterrupted();
    while (interrupted == INTERRUPTED_AT_ONCE) {
      interrupted = noteInterrupted();
    }
    return read(look);
  }

  /** Forgets the source of one execution; returns whether it had one. */
  public boolean redact(Namespace namespace, ExecutionId id) {
    ends.await();
    return world.storage().write(tx -> tx.store(ExecutionStore.class).redact(namespace, id));
  }

  /**
   * Forgets what is too old to be kept, and returns how many executions were removed.
   *
   * @param sources how long the sources of programs are kept
   * @param records how long all the rest is kept
   */
  public int forgetOld(Duration sources, Duration records) {
    var now = world.clock().instant();
    return world
        .storage()
        .write(tx -> {
          ExecutionStore store = tx.store(ExecutionStore.class);
          store.redactBefore(now.minus(sources));
          return store.removeBefore(now.minus(records));
        });
  }

  private <T> T read(Function<ExecutionStore, T> look) {
    ends.await();
    return world.storage().read(tx -> look.apply(tx.store(ExecutionStore.class)));
  }

  private ExecutionRecord.Ended interrupted() {
    return new ExecutionRecord.Ended(
        world.clock().instant(),
        Status.KILLED,
        "interrupted: the process that ran it ended",
        true,
        List.of(),
        0,
        ResourceUse.NONE);
  }

  static String sha256(String source) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns what a record says of a failure. */
  static String told(AthenaException e) {
    return e.code().wireName() + ": " + e.problem();
  }
}
