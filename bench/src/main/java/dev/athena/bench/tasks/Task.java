package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import java.io.IOException;
import java.util.List;

/** Something a user asks an agent for. */
interface Task {
  /** Returns what it is, in a few words. */
  String title();

  /** Returns what the user says. */
  String request();

  /** Does it with one tool call after the other, and returns the answer. */
  Json byTools(Agent agent) throws IOException;

  /** Returns how it is done by code. */
  Plan byCode();

  /**
   * How a task is done by code.
   *
   * @param calls the operations that the program calls; of those that the tool itself does not
   *     explain, the agent reads the documentation first
   * @param program the name of the program's file, whose result is the answer
   */
  record Plan(List<String> calls, Language language, String program) {
    public Plan {
      calls = List.copyOf(calls);
    }
  }
}
