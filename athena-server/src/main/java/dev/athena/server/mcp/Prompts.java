package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The prompts a server offers. */
public interface Prompts {
  /** Returns the prompts to show this client, in an order that does not change by itself. */
  List<Prompt> list(Exchange exchange);

  /** Returns the prompt filled in with {@code arguments}; empty if there is none of that name. */
  Optional<PromptAnswer> get(String name, JsonObject arguments, Exchange exchange);

  /** Returns what could stand for an argument that begins with {@code typed}. */
  default List<String> complete(String prompt, String argument, String typed) {
    return List.of();
  }
}
