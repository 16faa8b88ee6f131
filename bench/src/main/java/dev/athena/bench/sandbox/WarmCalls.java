package dev.athena.bench.sandbox;

import dev.athena.bench.mcp.Pause;
import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;

/**
 * Runs {@code 1+1} through a door, and keeps the times of those runs that found a sandbox ready.
 */
final class WarmCalls {
  /**
   * Time for the sandbox of the run before to be gone, so that it does not pass for a ready one.
   */
  private static final long ENDING_MILLIS = 60;

  private static final double NANOS_PER_MILLI = 1e6;

  private final Door door;
  private final Language language;
  private final SandboxProcesses pool;

  WarmCalls(Door door, Language language, SandboxProcesses pool) {
    this.door = door;
    this.language = language;
    this.pool = pool;
  }

  /**
   * What runs took.
   *
   * @param whole as the caller measured it
   * @param overhead the part that Athena counts as its own and not the program's
   */
  record Measured(Times whole, Times overhead) {}

  /** Runs it once. */
  JsonObject run() throws IOException {
    JsonObject answer = door.call("execute_code", Scratch.program(language, Scratch.TRIVIAL));
    if (!Scratch.result(answer).equals(Json.of(2))) {
      throw new IOException("1+1 was " + answer);
    }
    return answer;
  }

  /**
   * Measures {@code count} runs that found a sandbox ready, each after a pause for the pool.
   *
   * @throws IOException if most of the runs found none
   */
  Measured measure(int count) throws IOException {
    long[] nanos = new long[count];
    long[] overhead = new long[count];
    int cold = 0;
    for (int warm = 0; warm < count; ) {
      Pause.millis(ENDING_MILLIS);
      pool.awaitReady(language, Languages.ready(language));
      long start = System.nanoTime();
      JsonObject answer = run();
      nanos[warm] = System.nanoTime() - start;
      overhead[warm] = overhead(answer);
      if (wasWarm(answer)) {
        warm++;
      } else if (++cold > count) {
        throw new IOException("of " + (warm + cold) + " runs only " + warm + " found a sandbox");
      }
    }
    return new Measured(new Times(nanos), new Times(overhead));
  }

  private static long overhead(JsonObject answer) throws IOException {
    if (answer.find("overhead_ms").orElse(Json.Null.VALUE) instanceof Json.Num(var millis)) {
      return Math.round(millis.doubleValue() * NANOS_PER_MILLI);
    }
    throw new IOException("an execution does not tell its overhead: " + answer);
  }

  private boolean wasWarm(JsonObject answer) throws IOException {
    String id = answer.text("execution_id").orElse("");
    JsonObject arguments = JsonObject.builder().put("id", id).build();
    return door.call("get_execution", arguments)
        .object("used")
        .flatMap(used -> used.find("warm"))
        .orElseThrow(() -> new IOException("nothing tells whether " + id + " was warm"))
        .equals(Json.of(true));
  }
}
