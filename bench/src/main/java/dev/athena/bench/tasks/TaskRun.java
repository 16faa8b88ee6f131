package dev.athena.bench.tasks;

import dev.athena.bench.mcp.McpChild;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Does tasks in both ways.
 *
 * @param tools the server of the way by tools
 * @param code the server of the way by code, on an equal memory
 * @param guide what the server says of {@code execute_code} without being asked
 */
record TaskRun(McpChild tools, McpChild code, String guide, Tokenizer tokenizer) {
  private static final String RUN = "execute_code";

  static TaskRun of(McpChild tools, McpChild code, Tokenizer tokenizer) throws IOException {
    return new TaskRun(tools, code, code.definition(RUN), tokenizer);
  }

  /** Calls what loads the model and makes sandboxes ready, as a server has that is in use. */
  void warmUp() throws IOException {
    for (McpChild server : List.of(tools, code)) {
      Agent agent = new Agent(server, tokenizer);
      agent.list(Request.of("recall_episodic", "query", "Hello", "limit", 1));
    }
    Agent agent = new Agent(code, tokenizer);
    for (String language : List.of("python", "javascript")) {
      agent.call(Request.of(RUN, "code", "1+1", "language", language));
    }
  }

  /**
   * Does one task.
   *
   * @throws IOException if a call fails or the two ways do not come to the same answer
   */
  Comparison run(Task task) throws IOException {
    Agent first = new Agent(tools, tokenizer);
    Json byTools = task.byTools(first);
    Agent second = new Agent(code, tokenizer);
    Json byCode = byCode(second, task.byCode());
    Optional<String> difference = Difference.between(byTools, byCode);
    if (difference.isPresent()) {
      throw new IOException(
          "\"%s\" has two answers; by tools and by code: %s"
              .formatted(task.title(), difference.get()));
    }
    List<Exchange> exchanges = second.exchanges();
    return new Comparison(
        task.title(),
        Cost.of(first.exchanges()),
        Cost.of(exchanges).reading(tokenizer.count(guide)),
        Cost.of(List.of(exchanges.getLast())));
  }

  private Json byCode(Agent agent, Task.Plan plan) throws IOException {
    agent.calls(
        plan.calls().stream()
            .filter(name -> !isExplained(name))
            .map(name -> Request.of("get_api_docs", "name", name))
            .toList());
    JsonObject answer =
        agent.call(
            Request.of(
                RUN,
                "code",
                Programs.read(plan.program()),
                "language",
                plan.language().name().toLowerCase(Locale.ROOT)));
    if (!answer.text("status").orElse("").equals("ok")) {
      throw new IOException(plan.program() + " failed: " + answer);
    }
    return answer.find("result").orElse(Json.Null.VALUE);
  }

  /** Returns whether the tool itself says how an operation is called and what it returns. */
  private boolean isExplained(String operation) {
    return guide.contains("memory." + operation + "(");
  }
}
