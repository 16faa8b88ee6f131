package dev.athena.testkit;

import dev.athena.memory.MemoryId;
import dev.athena.memory.Usage;
import dev.athena.memory.UsageStore;
import dev.athena.principal.Namespace;
import dev.athena.testkit.InMemoryState.Row;
import java.time.Instant;
import java.util.Map;

/** Usage counts in main memory. */
final class InMemoryUsage implements UsageStore {
  private final InMemoryState state;

  InMemoryUsage(InMemoryState state) {
    this.state = state;
  }

  @Override
  public void add(Namespace namespace, Map<MemoryId, Long> counts, Instant at) {
    counts.forEach((id, count) ->
        state
            .row(namespace, id)
            .ifPresent(row -> state.put(row.counted(new Usage(row.usage().count() + count, at)))));
  }

  @Override
  public Usage find(Namespace namespace, MemoryId id) {
    return state.row(namespace, id).map(Row::usage).orElse(Usage.NEVER);
  }
}
