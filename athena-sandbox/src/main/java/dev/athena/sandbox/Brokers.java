package dev.athena.sandbox;

import dev.athena.execution.SandboxUnavailable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The brokers that run, one for each list of hosts and paths; those in use lately are kept. */
final class Brokers implements AutoCloseable {
  /** The most brokers at once. */
  static final int MAX = 4;

  private final Map<SrtSettings, Broker> brokers = new LinkedHashMap<>(8, 0.75f, true);
  private final Set<Broker> idle = new HashSet<>();
  private final Function<SrtSettings, Broker> starter;
  private boolean closed;

  Brokers(Function<SrtSettings, Broker> starter) {
    this.starter = starter;
  }

  /**
   * Returns the broker for these settings; one that is gone is started anew.
   *
   * <p>Where there are too many, that one is ended which was longest not asked for and has no
   * program behind it.
   *
   * @throws SandboxUnavailable if there is none to be had
   */
  synchronized Broker of(SrtSettings settings) {
    if (closed) {
      throw new SandboxUnavailable("Athena is ending", "start it again", null);
    }
    Broker known = brokers.get(settings);
    if (known != null && known.isAlive()) {
      idle.remove(known);
      return known;
    }
    brokers.remove(settings);
    makeRoom();
    Broker made = starter.apply(settings);
    brokers.put(settings, made);
    return made;
  }

  /**
   * Ends those that no sandbox needed the last time either, and that nobody asked for since.
   *
   * <p>Each takes some 70 MiB of memory.
   */
  synchronized void endIdle() {
    List<Broker> now = brokers.values().stream().filter(broker -> !broker.isNeeded()).toList();
    List<Broker> ended = now.stream().filter(idle::contains).toList();
    brokers.values().removeAll(ended);
    ended.forEach(Broker::close);
    idle.clear();
    idle.addAll(now);
    idle.removeAll(ended);
  }

  /** Returns how many run. */
  synchronized int size() {
    return (int) brokers.values().stream().filter(Broker::isAlive).count();
  }

  @Override
  public synchronized void close() {
    closed = true;
    brokers.values().forEach(Broker::close);
    brokers.clear();
  }

  private void makeRoom() {
    brokers.values().removeIf(broker -> !broker.isAlive());
    if (brokers.size() < MAX) {
      return;
    }
    Optional<Map.Entry<SrtSettings, Broker>> unused =
        brokers.entrySet().stream().filter(entry -> !entry.getValue().isUsed()).findFirst();
    if (unused.isEmpty()) {
      throw new SandboxUnavailable(
          "programs with %d different lists of hosts and paths run now, which is the most"
              .formatted(MAX),
          "try again when one of them has ended",
          null);
    }
    brokers.remove(unused.get().getKey());
    unused.get().getValue().close();
  }
}
