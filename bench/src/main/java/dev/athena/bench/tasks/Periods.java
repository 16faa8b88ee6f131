package dev.athena.bench.tasks;

import dev.athena.json.JsonObject;

/** Asks for all episodes of one type in a period. */
final class Periods {
  private static final int LIMIT = 1_000;

  private Periods() {}

  /** Returns the call; both days are in the period. */
  static Request in(String type, String from, String to) {
    JsonObject range = JsonObject.builder().put("from", from).put("to", to).build();
    return Request.of("recall_episodic", "event_type", type, "time_range", range, "limit", LIMIT);
  }
}
