package dev.athena.execution;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what a program calls, on the way to what it calls. */
final class CallLog implements ProgramCalls {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Names of operations come from the program, and not all of them are of operations. */
  private static final int NAMES_MAX = 200;

  private static final String OTHERS = "(others)";

  private final ProgramCalls calls;
  private final InstantSource clock;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  private static final class Count {
    private int calls;
    private int failures;
    private long nanos;
  }

  CallLog(ProgramCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public Json call(String operation, JsonObject arguments) {
    Instant start = clock.instant();
    boolean failed = true;
    try {
      Json answer = calls.call(operation, arguments);
      failed = false;
      return answer;
    } finally {
      count(operation, failed, Duration.between(start, clock.instant()));
    }
  }

  @Override
  public void progress(double done, @Nullable Double total, @Nullable String message) {
    calls.progress(done, total, message);
  }

  @Override
  public void onCancel(Runnable action) {
    calls.onCancel(action);
  }

  /** Returns what was called so far, in the order of the first calls. */
  synchronized List<CalledOperation> called() {
    List<CalledOperation> called = new ArrayList<>();
    counts.forEach((name, count) ->
        called.add(
            new CalledOperation(name, count.calls, count.failures, count.nanos / NANOS_PER_MILLI)));
    return called;
  }

  private synchronized void count(String operation, boolean failed, Duration took) {
    boolean fits = counts.containsKey(operation) || counts.size() < NAMES_MAX;
    Count count = counts.computeIfAbsent(fits ? operation : OTHERS, _ -> new Count());
    count.calls++;
    count.failures += failed ? 1 : 0;
    count.nanos += took.toNanos();
  }
}
