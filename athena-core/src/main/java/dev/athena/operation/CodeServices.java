package dev.athena.operation;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Executions;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.Fetcher;
import dev.athena.execution.Presets;
import dev.athena.privacy.Bridge;
import dev.athena.privacy.Screen;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.BiConsumer;

/** What the operations on code are carried out with. */
public record CodeServices(
    Executions executions, Presets presets, Fetching fetching, InstantSource clock, ZoneId zone) {
  /**
   * What fetches for programs.
   *
   * @param log is told of every request
   * @param bridge by which values leave
   * @param screen what comes back passes
   */
  public record Fetching(
      Fetcher fetcher, BiConsumer<ExecutionId, FetchEvent> log, Bridge bridge, Screen screen) {}
}
