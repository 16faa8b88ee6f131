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
   * @param read the operations whose documentation the agent reads first
   * @param program the name of the program's file, whose result is the answer
   */
  record Plan(List<String> read, Language language, String program) {
    public Plan {
      read = List.copyOf(read);
    }
  }
}
