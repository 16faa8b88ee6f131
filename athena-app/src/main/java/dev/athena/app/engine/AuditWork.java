package dev.athena.app.engine;

import dev.athena.audit.AuditNotes;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.AuditUpkeep;
import dev.athena.crypto.MasterKey;
import dev.athena.error.ErrorCode;
import dev.athena.operation.DiscoveryApi;
import dev.athena.operation.Effect;
import dev.athena.operation.OperationSpec;
import dev.athena.principal.Caller;
import dev.athena.privacy.OutsideChanges;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the audit: writes what was noted, tells of keys and settings that changed, signs, and
 * drops what is too old.
 *
 * <p>An Athena that serves does so every {@value #LOOK_SECONDS} seconds; every Athena does so when
 * it is closed. A process that is killed loses what it noted since: how often was read, and that
 * programs started and ended, whose own records are durable.
 */
public final class AuditWork implements AutoCloseable {
  /** How often what was noted is written. */
  public static final int LOOK_SECONDS = 30;

  private static final Logger LOG = Logger.getLogger(AuditWork.class.getName());

  private final Stores stores;
  private final AuditNotes notes;
  private final AuditUpkeep upkeep;
  private final OutsideChanges changes;
  private final @Nullable Duration kept;
  private final Protection protection;
  private @Nullable ScheduledExecutorService executor;

  AuditWork(Stores stores, EngineOptions options) {
    this.stores = stores;
    this.notes = new AuditNotes(options.clock());
    this.upkeep = new AuditUpkeep(stores.vault(), stores.keyring(), options.clock());
    this.changes = new OutsideChanges(stores.vault(), options.clock());
    this.kept = options.protection().auditKept();
    this.protection = options.protection();
  }

  /** Returns what waits to be written. */
  public AuditNotes notes() {
    return notes;
  }

  /** Returns what signs the log. */
  public AuditUpkeep upkeep() {
    return upkeep;
  }

  /** Counts a call, if it read memories or was refused for want of a right. */
  void count(Caller caller, OperationSpec operation, String failure) {
    if (failure.equals(ErrorCode.PERMISSION_DENIED.wireName())) {
      notes.count(caller, operation.name(), AuditOutcome.REFUSED);
    } else if (operation.effect() == Effect.READS
        && operation.method().getDeclaringClass() != DiscoveryApi.class) {
      notes.count(caller, operation.name(), AuditOutcome.DONE);
    }
  }

  /** Begins to look from time to time. */
  void begin() {
    begin(Duration.ofSeconds(LOOK_SECONDS));
  }

  synchronized void begin(Duration pause) {
    ScheduledExecutorService begun =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("athena-audit").daemon().factory());
    executor = begun;
    ScheduledFuture<?> looks =
        begun.scheduleWithFixedDelay(
            () -> look(true), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    LOG.log(Level.FINEST, "looking after the audit begins: {0}", looks);
  }

  /**
   * Looks now. What fails is logged and tried again at the next look.
   *
   * @param stays whether this process goes on
   */
  public void look(boolean stays) {
    if (notes.isEmpty() && !stores.vault().isOpen()) {
      return;
    }
    try {
      int written = notes.write(stores.vault());
      int told = changes.tell(stores.keyring().histories(), settings());
      boolean signed = stays ? upkeep.signIfDue() : upkeep.signIfMany();
      long dropped = kept == null ? 0 : upkeep.drop(kept);
      LOG.log(
          Level.FINE,
          "audit: {0} records of what was noted, {1} of what changed, signed: {2}, {3} dropped",
          new Object[] {written, told, signed, dropped});
    } catch (RuntimeException e) { // a look that threw would be the last one
      LOG.log(Level.WARNING, "the audit could not be looked after", Unforeseen.logged(e));
    }
  }

  /** Returns the settings that the log tells of when they change. */
  private Map<String, String> settings() {
    MasterKey master = stores.keyring().master();
    return Map.of(
        "privacy", protection.isPrivate() ? "on" : "off",
        "sealing", protection.isSealed() ? "on" : "off",
        "audit_retention", kept == null ? "for good" : kept.toDays() + " days",
        "master_key", master.kind() + " " + master.checkValue());
  }

  @Override
  public synchronized void close() {
    ScheduledExecutorService running = executor;
    if (running != null) {
      running.shutdown();
      try {
        boolean ended = running.awaitTermination(LOOK_SECONDS, TimeUnit.SECONDS);
        LOG.log(Level.FINEST, "looking after the audit ended: {0}", ended);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    look(running != null);
  }
}
