package dev.athena.server.conformance;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Content;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.InputRequest;
import dev.athena.server.mcp.InputRequired;
import dev.athena.server.mcp.ToolAnswer;
import dev.athena.server.mcp.ToolResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tools that ask the client for something before they are done. */
final class FixtureInputs {
  private static final JsonObject NAME =
      Samples.json(
          "{'type': 'object', 'properties': {'name': {'type': 'string'}}, 'required': ['name']}");
  private static final JsonObject COLOR =
      Samples.json(
          "{'type': 'object', 'properties': {'color': {'type': 'string'}}, 'required':"
              + " ['color']}");
  private static final JsonObject OK =
      Samples.json(
          "{'type': 'object', 'properties': {'ok': {'type': 'boolean'}}, 'required': ['ok']}");
  private static final JsonObject USER =
      Samples.json(
          "{'type': 'object', 'properties': {'username': {'type': 'string', 'description': 'A"
              + " name.'}, 'email': {'type': 'string', 'description': 'An address.'}}, 'required':"
              + " ['username', 'email']}");
  private static final JsonObject DEFAULTS =
      Samples.json(
          "{'type': 'object', 'properties': {'name': {'type': 'string', 'default': 'John Doe'},"
              + " 'age': {'type': 'integer', 'default': 30}, 'score': {'type': 'number', 'default':"
              + " 95.5}, 'status': {'type': 'string', 'enum': ['active', 'inactive', 'pending'],"
              + " 'default': 'active'}, 'verified': {'type': 'boolean', 'default': true}}}");
  private static final JsonObject ENUMS =
      Samples.json(
          "{'type': 'object', 'properties': {'untitledSingle': {'type': 'string', 'enum':"
              + " ['option1', 'option2', 'option3']}, 'titledSingle': {'type': 'string', 'oneOf':"
              + " [{'const': 'value1', 'title': 'First Option'}, {'const': 'value2', 'title':"
              + " 'Second Option'}]}, 'legacyEnum': {'type': 'string', 'enum': ['opt1', 'opt2',"
              + " 'opt3'], 'enumNames': ['Option One', 'Option Two', 'Option Three']},"
              + " 'untitledMulti': {'type': 'array', 'items': {'type': 'string', 'enum':"
              + " ['option1', 'option2', 'option3']}}, 'titledMulti': {'type': 'array', 'items':"
              + " {'anyOf': [{'const': 'value1', 'title': 'First Choice'}, {'const': 'value2',"
              + " 'title': 'Second Choice'}]}}}}");

  private FixtureInputs() {}

  /** A tool that may need input. */
  interface Input {
    ToolAnswer answer(JsonObject arguments, Exchange exchange);
  }

  static Map<String, Input> all() {
    Map<String, Input> all = new LinkedHashMap<>();
    String prefix = "test_input_required_result_";
    all.put("test_sampling", (_, x) -> once(x, "answer", sampling("Say hello", 100)));
    all.put("test_elicitation", (_, x) -> once(x, "user", form("Who are you?", USER)));
    all.put(
        "test_elicitation_sep1034_defaults",
        (_, x) -> once(x, "values", form("Change what you like", DEFAULTS)));
    all.put("test_elicitation_sep1330_enums", (_, x) -> once(x, "choices", form("Choose", ENUMS)));
    all.put("test_streaming_elicitation", (_, x) -> once(x, "user", form("Who are you?", NAME)));
    all.put(
        prefix + "elicitation", (_, x) -> once(x, "user_name", form("What is your name?", NAME)));
    all.put(
        prefix + "sampling",
        (_, x) -> once(x, "capital_question", sampling("What is the capital of France?", 100)));
    all.put(prefix + "list_roots", (_, x) -> once(x, "client_roots", roots()));
    all.put(prefix + "request_state", (_, x) -> confirmed(x));
    all.put(prefix + "tampered_state", (_, x) -> confirmed(x));
    all.put(prefix + "multiple_inputs", (_, x) -> several(x));
    all.put(prefix + "multi_round", (_, x) -> rounds(x));
    all.put(prefix + "capabilities", (_, x) -> byCapability(x));
    return all;
  }

  /** Asks one thing, and tells what came of it. */
  private static ToolAnswer once(Exchange exchange, String key, InputRequest request) {
    return exchange
        .input(key)
        .<ToolAnswer>map(input -> text("The client said " + JsonCodec.write(input)))
        .orElseGet(() -> new InputRequired(Map.of(key, request), JsonObject.EMPTY));
  }

  private static ToolAnswer confirmed(Exchange exchange) {
    JsonObject state = JsonObject.builder().put("asked", "confirm").build();
    if (exchange.input("confirm").isPresent() && exchange.state().equals(Optional.of(state))) {
      return text("state-ok");
    }
    return new InputRequired(Map.of("confirm", form("Please confirm", OK)), state);
  }

  private static ToolAnswer several(Exchange exchange) {
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    requests.put("user_name", form("What is your name?", NAME));
    requests.put("greeting", sampling("Generate a greeting", 50));
    requests.put("client_roots", roots());
    boolean complete = requests.keySet().stream().allMatch(key -> exchange.input(key).isPresent());
    return complete ? text("All is said.") : new InputRequired(requests, JsonObject.EMPTY);
  }

  private static ToolAnswer rounds(Exchange exchange) {
    if (exchange.input("step2").isPresent()) {
      return text("Two steps, done.");
    }
    if (exchange.input("step1").isPresent()) {
      return new InputRequired(
          Map.of("step2", form("Step 2: What is your favorite color?", COLOR)),
          JsonObject.builder().put("step", 2).build());
    }
    return new InputRequired(
        Map.of("step1", form("Step 1: What is your name?", NAME)),
        JsonObject.builder().put("step", 1).build());
  }

  private static ToolAnswer byCapability(Exchange exchange) {
    if (exchange.client().can("elicitation")) {
      return once(exchange, "user_name", form("What is your name?", NAME));
    }
    return once(exchange, "greeting", sampling("Generate a greeting", 50));
  }

  static InputRequest form(String message, JsonObject schema) {
    return InputRequest.elicitation(message, schema);
  }

  private static InputRequest sampling(String prompt, int tokensMax) {
    JsonObject params =
        Samples.json(
                "{'messages': [{'role': 'user', 'content': {'type': 'text', 'text': '"
                    + prompt
                    + "'}}]}")
            .with("maxTokens", Json.of(tokensMax));
    return new InputRequest(InputRequest.Kind.SAMPLING, params);
  }

  private static InputRequest roots() {
    return new InputRequest(InputRequest.Kind.ROOTS, JsonObject.EMPTY);
  }

  private static ToolAnswer text(String text) {
    return ToolResult.of(new Content.Text(text));
  }
}
