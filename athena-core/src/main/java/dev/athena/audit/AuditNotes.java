package dev.athena.audit;

import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.storage.Storage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be told by the log and can wait a little, so that calls need not: how often who read
 * what, and which programs ran. Safe for use by many threads.
 *
 * <p>It is written in bundles, from time to time and at the end of a process. A process that dies
 * loses what it had not written; of programs, their own records are durable all the same.
 */
public final class AuditNotes {
  /** The most events that wait; those after them are only counted. */
  public static final int EVENTS_MAX = 10_000;

  /** The most principals whose calls are counted apart; all others are counted together. */
  public static final int PRINCIPALS_MAX = 1_000;

  /** How many records are written while others wait. */
  private static final int WRITTEN_AT_ONCE = 100;

  /** Stands for principals past {@link #PRINCIPALS_MAX}. */
  static final String OTHERS = "(others)";

  private final InstantSource clock;
  private List<AuditEvent> events = new ArrayList<>();
  private Map<Reader, Counts> readers = new HashMap<>();
  private long leftOut;

  /** Creates an empty bundle. */
  public AuditNotes(InstantSource clock) {
    this.clock = clock;
  }

  private record Reader(String tenant, String principal, AuditOutcome outcome) {}

  private static final class Counts {
    private final Instant from;
    private final Map<String, Long> operations = new TreeMap<>();

    Counts(Instant from) {
      this.from = from;
    }
  }

  /** Counts a call that read memories, or was refused for want of a right. */
  public synchronized void count(Caller caller, String operation, AuditOutcome outcome) {
    Reader reader = new Reader(caller.namespace().tenant(), caller.principal().name(), outcome);
    if (readers.size() >= PRINCIPALS_MAX && !readers.containsKey(reader)) {
      reader = new Reader(reader.tenant(), OTHERS, outcome);
    }
    readers
        .computeIfAbsent(reader, _ -> new Counts(clock.instant()))
        .operations
        .merge(operation, 1L, Long::sum);
  }

  /** Returns whether there is nothing to write. */
  public synchronized boolean isEmpty() {
    return events.isEmpty() && readers.isEmpty();
  }

  /** Notes an event. */
  public synchronized void note(AuditEvent event) {
    if (events.size() < EVENTS_MAX) {
      events.add(event);
    } else {
      leftOut++;
    }
  }

  /**
   * Writes all that was noted, a few records at a time, and returns how many that made. If it
   * fails, what was not written waits for the next time.
   */
  public int write(Storage storage) {
    List<AuditEvent> bundle = take();
    if (bundle.isEmpty()) {
      return 0;
    }
    int written = 0;
    try {
      while (written < bundle.size()) {
        int end = Math.min(bundle.size(), written + WRITTEN_AT_ONCE);
        List<AuditEvent> part = bundle.subList(written, end);
        written +=
            storage.note(tx -> {
              AuditLog log = tx.store(AuditLog.class);
              part.forEach(log::append);
              return part.size();
            });
      }
      return written;
    } finally {
      putBack(bundle.subList(written, bundle.size()));
    }
  }

  private synchronized void putBack(List<AuditEvent> bundle) {
    List<AuditEvent> meanwhile = events;
    events = new ArrayList<>(bundle);
    meanwhile.forEach(this::note);
  }

  private synchronized List<AuditEvent> take() {
    List<AuditEvent> bundle = events;
    Instant now = clock.instant();
    readers.entrySet().stream()
        .sorted(
            Comparator.comparing(each ->
                each.getKey().tenant()
                    + '\n'
                    + each.getKey().principal()
                    + '\n'
                    + each.getKey().outcome()))
        .forEach(each -> bundle.add(event(each.getKey(), each.getValue(), now)));
    if (leftOut > 0 && !bundle.isEmpty()) {
      bundle.add(leftOut(bundle.getLast(), now));
    }
    events = new ArrayList<>();
    readers = new HashMap<>();
    leftOut = 0;
    return bundle;
  }

  private static AuditEvent event(Reader reader, Counts counts, Instant now) {
    JsonObject.Builder operations = JsonObject.builder();
    counts.operations.forEach(operations::put);
    return new AuditEvent(
        now,
        reader.tenant(),
        reader.principal(),
        AuditAction.ACCESS,
        reader.outcome(),
        "operations",
        "",
        JsonObject.builder()
            .put("from", counts.from.toString())
            .put("to", now.toString())
            .put("calls", operations.build())
            .build());
  }

  private AuditEvent leftOut(AuditEvent like, Instant now) {
    return new AuditEvent(
        now,
        like.tenant(),
        OTHERS,
        AuditAction.EXECUTION,
        AuditOutcome.DONE,
        "executions",
        "",
        JsonObject.builder().put("left_out", leftOut).build());
  }
}
