package dev.athena.server.http;

import dev.athena.server.mcp.McpServer;
import dev.athena.server.mcp.Outbox;
import dev.athena.server.mcp.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of clients of the older kind.
 *
 * <p>One that is idle for too long is forgotten. Where there are too many, the one that was idle
 * longest makes room; if all are busy, nobody new is let in.
 */
final class Sessions implements AutoCloseable {
  private final McpServer server;
  private final long idleMillisMax;
  private final int sessionsMax;
  private final Map<String, Entry> entries = new HashMap<>();

  Sessions(McpServer server, Duration idle, int sessionsMax) {
    this.server = server;
    this.idleMillisMax = idle.toMillis();
    this.sessionsMax = sessionsMax;
  }

  /** One client: its session, and the stream on which it hears of changes. */
  static final class Entry {
    private final String id;
    private final Session session;
    private final Standing standing;
    private long usedMillis;

    private Entry(String id, Session session, Standing standing) {
      this.id = id;
      this.session = session;
      this.standing = standing;
    }

    String id() {
      return id;
    }

    Session session() {
      return session;
    }

    Standing standing() {
      return standing;
    }

    private boolean isBusy() {
      return session.isBusy() || standing.isOpen();
    }
  }

  /** Opens a session; empty if there are too many that are busy. */
  synchronized Optional<Entry> open(@Nullable String caller) {
    evictIdle();
    if (entries.size() >= sessionsMax && !evictOldest()) {
      return Optional.empty();
    }
    Standing standing = new Standing();
    Entry entry = new Entry(server.newSessionId(), server.open(caller, standing), standing);
    entry.usedMillis = server.clock().millis();
    entries.put(entry.id, entry);
    return Optional.of(entry);
  }

  /** Opens what lasts for one request only. */
  Session openStateless(@Nullable String caller) {
    return server.open(caller, Outbox.NONE);
  }

  /** Returns the session {@code id}, if it is there and belongs to {@code caller}. */
  synchronized Optional<Entry> find(String id, @Nullable String caller) {
    evictIdle();
    Entry entry = entries.get(id);
    if (entry == null || !Objects.equals(entry.session.caller().orElse(null), caller)) {
      return Optional.empty();
    }
    entry.usedMillis = server.clock().millis();
    return Optional.of(entry);
  }

  /** Forgets a session. */
  void end(Entry entry) {
    synchronized (this) {
      entries.remove(entry.id);
    }
    entry.standing.close();
    entry.session.close();
  }

  @Override
  public void close() {
    List<Entry> all;
    synchronized (this) {
      all = new ArrayList<>(entries.values());
    }
    all.forEach(this::end);
  }

  private void evictIdle() {
    long now = server.clock().millis();
    List<Entry> idle =
        entries.values().stream()
            .filter(entry -> now - entry.usedMillis >= idleMillisMax && !entry.isBusy())
            .toList();
    idle.forEach(this::end);
  }

  private boolean evictOldest() {
    Optional<Entry> oldest =
        entries.values().stream()
            .filter(entry -> !entry.isBusy())
            .min(Comparator.comparingLong(entry -> entry.usedMillis));
    oldest.ifPresent(this::end);
    return oldest.isPresent();
  }
}
