package dev.athena.server.tools;

import dev.athena.json.JsonObject;
import dev.athena.operation.OperationRegistry;
import dev.athena.operation.OperationSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the tool that runs code says of the calls that most programs make, so that for those an
 * agent need not look anything up: each look-up is a turn of the model.
 */
final class ProgramGuide {
  private static final List<String> OPERATIONS = List.of("recall_episodic", "recall_semantic");

  private ProgramGuide() {}

  /** Returns the description of the tool, which begins with what it is for. */
  static String after(String summary, OperationRegistry registry) {
    String calls =
        OPERATIONS.stream()
            .map(registry::find)
            .flatMap(Optional::stream)
            .map(ProgramGuide::line)
            .collect(Collectors.joining("\n"));
    return """
    %s

    The last expression is the result. Python: from athena import memory; records are dicts \
    with attributes: e.content, e.context.get("x"). JavaScript: import { memory } from "athena"; \
    await memory.recallEpisodic({ eventType: "sms" }), memory.recallSemantic("port", { limit: 3 \
    }); fields keep their names.

    %s

    time_range is "7d" or {"from": "2025-06-01", "to": "2025-06-30"}, both days included; \
    timestamp is ISO 8601. limit is up to 1000 for episodes without a query, else up to 100. \
    Other calls: discover_apis.\
    """
        .formatted(summary, calls);
  }

  private static String line(OperationSpec spec) {
    return "memory.%s -> list of (%s)".formatted(spec.signature(), fields(spec.answerSchema()));
  }

  private static String fields(JsonObject answer) {
    JsonObject one = answer.object("items").orElse(answer);
    return one.object("properties")
        .map(JsonObject::members)
        .map(members -> String.join(", ", members.keySet()))
        .orElse("");
  }
}
