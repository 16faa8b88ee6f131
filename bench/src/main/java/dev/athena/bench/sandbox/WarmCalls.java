package dev.athena.bench.sandbox;

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

  private final Door door;
  private final Language language;
  private final SandboxProcesses pool;

  WarmCalls(Door door, Language language, SandboxProcesses pool) {
    this.door = door;
    this.language = language;
    this.pool = pool;
  }

  /** Runs it once. */
  JsonObject run() throws IOException {
    JsonObject answer = door.call("execute_code", Scratch.program(language, Scratch.TRIVIAL));
    if (!Scratch.result(answer).equals(Json.of(2))) {
      throw new IOException("1+1 was " + answer);
    }
    return answer;
  }

  /**
   * Returns a row of {@code count} runs that found a sandbox ready, each after a pause for the
   * pool.
   *
   * @throws IOException if most of the runs found none
   */
  Times times(int count) throws IOException {
    long[] nanos = new long[count];
    int cold = 0;
    for (int warm = 0; warm < count; ) {
      Pause.millis(ENDING_MILLIS);
      pool.awaitReady(language, Languages.ready(language));
      long start = System.nanoTime();
      JsonObject answer = run();
      nanos[warm] = System.nanoTime() - start;
      if (wasWarm(answer)) {
        warm++;
      } else if (++cold > count) {
        throw new IOException("of " + (warm + cold) + " runs only " + warm + " found a sandbox");
      }
    }
    return new Times(nanos);
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
