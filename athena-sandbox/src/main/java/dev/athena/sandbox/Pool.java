package dev.athena.sandbox;

import dev.athena.execution.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sandboxes that are ready before they are needed. Each is given out once.
 *
 * <p>What was asked for lately is kept in store: soon after each claim one thread builds a new
 * sandbox of that kind in the background. One that is too old, or whose process is gone, is thrown
 * away.
 */
final class Pool implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Pool.class.getName());

  /** How long a sandbox waits before it is built anew. */
  private static final Duration AGE_MAX = Duration.ofMinutes(10);

  /** How long a kind that nobody asks for is kept in store. */
  private static final Duration UNUSED_MAX = Duration.ofMinutes(15);

  private static final Duration LOOK = Duration.ofSeconds(30);

  /**
   * How long after a claim the next sandbox is built. Most programs have ended by then: building
   * takes both processors of a small machine, and would make the program that was waited for slower
   * by half.
   */
  private static final Duration PAUSE = Duration.ofMillis(40);

  /** How many kinds are kept in store at once. */
  static final int KINDS_MAX = 4;

  /** How many of each kind are kept ready, by language. */
  record Sizes(int python, int javascript) {
    /** The most of one kind. */
    static final int MAX = 32;

    int of(Language language) {
      return language == Language.PYTHON ? python : javascript;
    }
  }

  /** A sandbox that is given out, and whether it was ready before. */
  record Claim(Cell cell, boolean warm) {}

  private static final class Shelf {
    private final Deque<Cell> ready = new ArrayDeque<>();
    private Instant lastAsked;
    private boolean failing;
    private Instant filledFrom;

    Shelf(Instant now) {
      this.lastAsked = now;
      this.filledFrom = now;
    }

    /** Puts off the filling, unless that was done before and is not over. */
    void pause(Instant now) {
      if (!now.isBefore(filledFrom)) {
        filledFrom = now.plus(PAUSE);
      }
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Blueprint, Shelf> shelves = new LinkedHashMap<>(8, 0.75f, true);
  private final Builder builder;
  private final Sizes sizes;
  private final InstantSource clock;
  private @Nullable Thread refiller;
  private boolean closed;

  Pool(Builder builder, Sizes sizes, InstantSource clock) {
    this.builder = builder;
    this.sizes = sizes;
    this.clock = clock;
  }

  /** Returns a sandbox: one that is ready, or else one that is built now. */
  Claim claim(Blueprint blueprint) {
    Optional<Cell> ready = take(blueprint);
    return ready.map(cell -> new Claim(cell, true)).orElseGet(() -> cold(blueprint));
  }

  /** Returns a sandbox that is built now. */
  Claim cold(Blueprint blueprint) {
    return new Claim(builder.build(blueprint), false);
  }

  /** Begins to keep a kind in store. */
  void keep(Blueprint blueprint) {
    if (sizes.of(blueprint.language()) == 0) {
      return;
    }
    lock.lock();
    try {
      shelf(blueprint);
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many are ready. */
  int ready(Blueprint blueprint) {
    lock.lock();
    try {
      Shelf shelf = shelves.get(blueprint);
      return shelf == null ? 0 : shelf.ready.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    List<Cell> left = new ArrayList<>();
    lock.lock();
    try {
      closed = true;
      shelves.values().forEach(shelf -> left.addAll(shelf.ready));
      shelves.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    left.forEach(Cell::close);
  }

  private Optional<Cell> take(Blueprint blueprint) {
    if (sizes.of(blueprint.language()) == 0) {
      return Optional.empty();
    }
    lock.lock();
    try {
      Shelf shelf = shelf(blueprint);
      shelf.failing = false;
      shelf.pause(clock.instant());
      wake();
      Instant oldest = clock.instant().minus(AGE_MAX);
      for (Cell cell = shelf.ready.poll(); cell != null; cell = shelf.ready.poll()) {
        if (cell.isAlive() && cell.madeAt().isAfter(oldest)) {
          return Optional.of(cell);
        }
        cell.close();
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Shelf shelf(Blueprint blueprint) {
    Shelf shelf = shelves.computeIfAbsent(blueprint, _ -> new Shelf(clock.instant()));
    shelf.lastAsked = clock.instant();
    if (shelves.size() > KINDS_MAX) {
      Iterator<Shelf> eldest = shelves.values().iterator();
      eldest.next().ready.forEach(Cell::close);
      eldest.remove();
    }
    return shelf;
  }

  private void wake() {
    if (refiller == null && !closed) {
      refiller = Thread.ofPlatform().name("athena-refiller").daemon().start(this::refill);
    }
    changed.signalAll();
  }

  private void refill() {
    for (Optional<Blueprint> next = next(); next.isPresent(); next = next()) {
      Blueprint blueprint = next.get();
      try {
        put(blueprint, builder.build(blueprint));
      } catch (RuntimeException e) {
        fail(blueprint, e);
      }
    }
  }

  /** Waits for a kind that lacks one; empty once this is closed. */
  private Optional<Blueprint> next() {
    lock.lock();
    try {
      while (!closed) {
        throwOldAway();
        Instant now = clock.instant();
        Duration pause = LOOK;
        for (var shelf : shelves.entrySet()) {
          int wanted = sizes.of(shelf.getKey().language());
          if (!shelf.getValue().failing && shelf.getValue().ready.size() < wanted) {
            Duration left = Duration.between(now, shelf.getValue().filledFrom);
            if (!left.isPositive() || left.compareTo(PAUSE) > 0) { // the clock was put back
              return Optional.of(shelf.getKey());
            }
            pause = left.compareTo(pause) < 0 ? left : pause;
          }
        }
        long early = changed.awaitNanos(pause.toNanos());
        LOG.log(Level.FINEST, "looking into the store, {0} ns early", early);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void throwOldAway() {
    Instant now = clock.instant();
    shelves
        .values()
        .removeIf(shelf -> {
          boolean unused = shelf.lastAsked.plus(UNUSED_MAX).isBefore(now);
          shelf.ready.removeIf(cell -> {
            boolean old = unused || !cell.isAlive() || cell.madeAt().plus(AGE_MAX).isBefore(now);
            if (old) {
              cell.close();
            }
            return old;
          });
          return unused;
        });
  }

  private void put(Blueprint blueprint, Cell cell) {
    lock.lock();
    try {
      Shelf shelf = shelves.get(blueprint);
      if (closed || shelf == null) {
        cell.close();
      } else {
        shelf.ready.add(cell);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What cannot be built is not tried again until somebody asks for it. */
  private void fail(Blueprint blueprint, RuntimeException why) {
    lock.lock();
    try {
      LOG.log(closed ? Level.FINE : Level.WARNING, "a sandbox could not be made ready", why);
      Shelf shelf = shelves.get(blueprint);
      if (shelf != null) {
        shelf.failing = true;
      }
    } finally {
      lock.unlock();
    }
  }
}
