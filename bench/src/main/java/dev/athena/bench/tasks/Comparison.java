package dev.athena.bench.tasks;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.List;

/**
 * What a task cost in both ways.
 *
 * @param code with the documentation that is read before, and what the tool says of itself
 * @param program the same without: what it costs an agent that knows the operations
 */
record Comparison(String title, Cost tools, Cost code, Cost program) {
  static Comparison total(List<Comparison> tasks) {
    return new Comparison(
        "all",
        tasks.stream().map(Comparison::tools).reduce(Cost.NONE, Cost::plus),
        tasks.stream().map(Comparison::code).reduce(Cost.NONE, Cost::plus),
        tasks.stream().map(Comparison::program).reduce(Cost.NONE, Cost::plus));
  }

  /** Returns by how many percent code needs fewer tokens. */
  double fewerTokens() {
    return Saving.percent(tools.tokens(), code.tokens());
  }

  /** Returns by how many percent code is done earlier, if each call is a turn of its own. */
  double lessTime(ModelSpeed speed) {
    return Saving.percent(speed.oneByOne(tools), speed.oneByOne(code));
  }

  /** Returns the same if calls that do not depend on each other share a turn. */
  double lessTimeTogether(ModelSpeed speed) {
    return Saving.percent(speed.together(tools), speed.together(code));
  }

  /** Returns the comparison for an agent that knows the operations. */
  Comparison knowing() {
    return new Comparison(title, tools, program, program);
  }

  JsonObject json(ModelSpeed speed) {
    return JsonObject.builder()
        .put("task", title)
        .put("tools", json(tools, speed))
        .put("code", json(code, speed))
        .put("code_without_documentation", json(program, speed))
        .put("fewer_tokens_percent", tenths(fewerTokens()))
        .put("less_time_percent", tenths(lessTime(speed)))
        .put("less_time_together_percent", tenths(lessTimeTogether(speed)))
        .build();
  }

  private static Json json(Cost cost, ModelSpeed speed) {
    return JsonObject.builder()
        .put("written", cost.written())
        .put("read", cost.read())
        .put("tokens", cost.tokens())
        .put("tokens_if_resent", cost.resent())
        .put("calls", cost.calls())
        .put("turns", cost.turns())
        .put("server_seconds", Math.round(cost.serverSeconds() * 1_000) / 1_000.0)
        .put("seconds", tenths(speed.oneByOne(cost)))
        .put("seconds_together", tenths(speed.together(cost)))
        .build();
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
