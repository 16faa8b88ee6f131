package dev.athena.app.engine;

import dev.athena.recall.UsageCounter;
import dev.athena.recall.VectorFiller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a running Athena does besides answering: it computes pending vectors, writes usage counts,
 * finishes what was interrupted, and seals what is not sealed yet.
 *
 * <p>Of all processes on one home, one at a time does all but count; which one is settled by a lock
 * on a file, which the system releases when that process goes.
 */
public final class BackgroundWork implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(BackgroundWork.class.getName());

  /** How often work left by other processes is looked for. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** How long the first answers have the machine to themselves, unless there is work before. */
  private static final Duration PAUSE_AT_START = Duration.ofSeconds(1);

  /** How long to wait after a failure before it is tried again. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

  /** How long after a call the next one is expected, for which part of the machine is kept free. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  /** How many vectors are computed at a time. */
  public static final int STEP = 32;

  /** The same where somebody waits. */
  public static final int SMALL_STEP = 4;

  private final VectorFiller filler;
  private final UsageCounter usage;
  private final InstantSource clock;
  private final HomeLock lock;
  private final ChoreRounds chores;
  private final Semaphore bell = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean closed;
  private volatile Instant lastCall = Instant.EPOCH;
  private boolean adopted;
  private boolean superseded;

  /**
   * What one process at a time does, if it has a lock.
   *
   * @param once each is asked again and again until it says that it did nothing
   * @param regularly the same, and begun anew every minute
   */
  record Chores(Path lockFile, List<IntSupplier> once, List<IntSupplier> regularly) {}

  BackgroundWork(VectorFiller filler, UsageCounter usage, InstantSource clock, Chores chores) {
    this.filler = filler;
    this.usage = usage;
    this.clock = clock;
    this.lock = new HomeLock(chores.lockFile());
    this.chores = new ChoreRounds(chores, clock);
  }

  /** Starts a thread for the work; it ends with {@link #close}. */
  public synchronized void start() {
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().name("athena-background").daemon().start(this::run);
    }
  }

  /** Tells that somebody called, and may soon call again. */
  void noteCall() {
    lastCall = clock.instant();
  }

  /** Tells that there may be work. */
  void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Computes all vectors that are pending, in this thread. */
  public void fillVectors() {
    fillVectorsWhile(() -> true, STEP);
  }

  /**
   * Computes pending vectors, the newest memories first, in this thread while {@code goOn}.
   *
   * @param step how many between two looks at {@code goOn}
   */
  public void fillVectorsWhile(BooleanSupplier goOn, int step) {
    filler.adoptModel();
    int computed = 1;
    while (computed > 0 && goOn.getAsBoolean()) {
      computed = filler.doWork(step);
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    Thread running = thread;
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    openStore();
    await(PAUSE_AT_START);
    Attempts forChores = new Attempts("a chore failed");
    Attempts forCounts = new Attempts("what was used stays uncounted");
    Attempts forVectors = new Attempts("vectors stay pending");
    while (!closed) {
      boolean more = forChores.go(this::doChore);
      more |= forCounts.go(this::count);
      more |= forVectors.go(this::doVectors);
      await(more ? Duration.ZERO : PAUSE);
    }
  }

  /** Does one sort of work, and leaves it for a while if it fails; other sorts go on meanwhile. */
  private final class Attempts {
    private final String failure;
    private Instant next = Instant.EPOCH;

    Attempts(String failure) {
      this.failure = failure;
    }

    /** Returns whether there is more to do at once. */
    boolean go(BooleanSupplier work) {
      if (clock.instant().isBefore(next)) {
        return false;
      }
      try {
        return work.getAsBoolean();
      } catch (RuntimeException e) { // whatever it was, the thread goes on
        LOG.log(Level.WARNING, failure + "; it is tried again", Unforeseen.logged(e));
        next = clock.instant().plus(PAUSE_AFTER_FAILURE);
        return false;
      }
    }
  }

  /** The first read opens the store, for which then no call has to wait. */
  private void openStore() {
    try {
      LOG.log(Level.FINE, "work is waiting: {0}", filler.hasWork());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "the store cannot be opened; every call will say so",
          Unforeseen.logged(e));
    }
  }

  private void tellSuperseded() {
    if (!superseded) {
      superseded = true;
      LOG.warning(
          "another Athena took another embedding model; here full text answers until a restart");
    }
  }

  private boolean count() {
    usage.flush();
    return false;
  }

  /** Computes vectors, and returns whether there are more; for chores it leaves off. */
  private boolean doVectors() {
    if (!adopted) {
      filler.adoptModel(); // once: if another Athena takes another model later, that counts
      adopted = true;
    }
    AtomicBoolean more = new AtomicBoolean();
    if (filler.hasWork()) {
      ifFirst(() -> {
        boolean some = true;
        while (!closed && some) {
          some = fill() > 0;
          usage.flush();
          if (some && !chores.isEmpty()) {
            more.set(true);
            some = false;
          }
        }
      });
    } else if (filler.isSuperseded()) {
      tellSuperseded();
    }
    return more.get();
  }

  /** Does a part of the first chore, and returns whether there is more to do at once. */
  private boolean doChore() {
    chores.beginIfDue();
    AtomicBoolean more = new AtomicBoolean();
    if (!chores.isEmpty()) {
      ifFirst(() -> {
        chores.doPart();
        more.set(!chores.isEmpty());
      });
    }
    return more.get();
  }

  private void ifFirst(Runnable work) {
    var _ = lock.ifFree(work); // else another engine does it
  }

  private int fill() {
    boolean asked = clock.instant().isBefore(lastCall.plus(QUIET));
    return filler.doWork(asked ? 1 : STEP);
  }

  private void await(Duration pause) {
    try {
      if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
