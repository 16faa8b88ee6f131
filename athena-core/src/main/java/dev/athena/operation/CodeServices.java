package dev.athena.operation;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Executions;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.Fetcher;
import dev.athena.execution.Presets;
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
   */
  public record Fetching(Fetcher fetcher, BiConsumer<ExecutionId, FetchEvent> log) {}
}
