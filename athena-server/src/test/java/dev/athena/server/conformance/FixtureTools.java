package dev.athena.server.conformance;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Change;
import dev.athena.server.mcp.Content;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.LogLevel;
import dev.athena.server.mcp.ResourceContent;
import dev.athena.server.mcp.Tool;
import dev.athena.server.mcp.ToolAnnotations;
import dev.athena.server.mcp.ToolAnswer;
import dev.athena.server.mcp.ToolCall;
import dev.athena.server.mcp.ToolResult;
import dev.athena.server.mcp.Tools;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The tools of the suite, and three of our own: {@code echo}, {@code wait} and {@code fail}. */
final class FixtureTools implements Tools {
  private static final JsonObject ANYTHING = Samples.json("{'type': 'object', 'properties': {}}");
  private static final JsonObject ECHO =
      Samples.json(
          "{'type': 'object', 'properties': {'text': {'type': 'string', 'description': 'Comes"
              + " back.'}}, 'required': ['text']}");
  private static final JsonObject DIALECT =
      Samples.json(
          "{'$schema': 'https://json-schema.org/draft/2020-12/schema', 'type': 'object',"
              + " '$defs': {'address': {'$anchor': 'addressDef', 'type': 'object', 'properties':"
              + " {'street': {'type': 'string'}, 'city': {'type': 'string'}}}}, 'properties':"
              + " {'name': {'type': 'string'}, 'address': {'$ref': '#/$defs/address'},"
              + " 'contactMethod': {'type': 'string', 'enum': ['phone', 'email']}, 'phone':"
              + " {'type': 'string'}, 'email': {'type': 'string'}}, 'allOf': [{'anyOf':"
              + " [{'required': ['phone']}, {'required': ['email']}]}], 'if': {'properties':"
              + " {'contactMethod': {'const': 'phone'}}, 'required': ['contactMethod']}, 'then':"
              + " {'required': ['phone']}, 'else': {'required': ['email']},"
              + " 'additionalProperties': false}");

  private final ServerHandle server;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** What a tool does. */
  private interface Handler {
    ToolAnswer call(JsonObject arguments, Exchange exchange);
  }

  private record Entry(Tool tool, Handler handler) {}

  FixtureTools(ServerHandle server) {
    this.server = server;
    addContent();
    addNotifying();
    add("test_missing_capability", this::missingCapability);
    FixtureInputs.all().forEach((name, input) -> add(name, input::answer));
    add("json_schema_2020_12_tool", DIALECT, null, (_, _) -> text("valid"));
    add("echo", ECHO, ECHO, (arguments, _) -> ToolResult.structured(arguments));
    add("wait", FixtureTools::waitForCancel);
    add(
        "fail",
        (_, _) -> {
          throw new IllegalStateException("details that stay inside");
        });
  }

  @Override
  public List<Tool> list(Exchange exchange) {
    List<Tool> tools = new ArrayList<>();
    entries.values().forEach(entry -> tools.add(entry.tool()));
    return tools;
  }

  @Override
  public boolean knows(String name) {
    return entries.containsKey(name);
  }

  @Override
  public ToolAnswer call(ToolCall call, Exchange exchange) {
    Entry entry = entries.get(call.name());
    if (entry == null) {
      throw new IllegalStateException("unknown tools do not get here");
    }
    return entry.handler().call(call.arguments(), exchange);
  }

  private void addContent() {
    Content picture = new Content.Image(Samples.png(), "image/png");
    add("test_simple_text", (_, _) -> text("This is a simple text response for testing."));
    add("test_image_content", (_, _) -> ToolResult.of(picture));
    add(
        "test_audio_content",
        (_, _) -> ToolResult.of(new Content.Audio(Samples.wav(), "audio/wav")));
    add(
        "test_embedded_resource",
        (_, _) ->
            ToolResult.of(
                embedded(
                    "test://embedded-resource",
                    "text/plain",
                    "This is an embedded resource content.")));
    add(
        "test_multiple_content_types",
        (_, _) ->
            ToolResult.of(
                new Content.Text("Multiple content types test:"),
                picture,
                embedded(
                    "test://mixed-content-resource",
                    "application/json",
                    "{\"test\":\"data\",\"value\":123}")));
    add(
        "test_error_handling",
        (_, _) -> {
          throw new InvalidArgument(
              "This tool intentionally returns an error for testing", "do not call it");
        });
  }

  private void addNotifying() {
    add("test_tool_with_logging", FixtureTools::log);
    add("test_logging_tool", FixtureTools::log);
    add(
        "test_tool_with_progress",
        (_, exchange) -> {
          exchange.progress(0, 100.0, "begun");
          exchange.progress(50, 100.0, "half done");
          exchange.progress(100, 100.0, "done");
          return text("done");
        });
    add("test_trigger_tool_change", (_, _) -> announce(new Change.ToolsChanged()));
    add("test_trigger_prompt_change", (_, _) -> announce(new Change.PromptsChanged()));
  }

  private ToolAnswer announce(Change change) {
    server.announce(change);
    return text("announced");
  }

  private ToolAnswer missingCapability(JsonObject arguments, Exchange exchange) {
    exchange.require("sampling");
    return text("the client can sample");
  }

  private static ToolAnswer log(JsonObject arguments, Exchange exchange) {
    for (String step :
        List.of("Tool execution started", "Tool processing data", "Tool execution completed")) {
      exchange.log(LogLevel.INFO, "fixture", Json.of(step));
    }
    return text("logged");
  }

  /** Waits until the client cancels, a minute at most. */
  private static ToolAnswer waitForCancel(JsonObject arguments, Exchange exchange) {
    CountDownLatch cancelled = new CountDownLatch(1);
    exchange.onCancel(cancelled::countDown);
    exchange.progress(1, null, "waiting");
    try {
      return text(cancelled.await(1, TimeUnit.MINUTES) ? "cancelled" : "nobody cancelled");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Content embedded(String uri, String mimeType, String text) {
    return new Content.Embedded(new ResourceContent.Text(uri, mimeType, text));
  }

  private static ToolAnswer text(String text) {
    return ToolResult.of(new Content.Text(text));
  }

  private void add(String name, Handler handler) {
    add(name, ANYTHING, null, handler);
  }

  private void add(String name, JsonObject input, @Nullable JsonObject output, Handler handler) {
    ToolAnnotations annotations = new ToolAnnotations(true, false, true, false);
    Tool tool =
        new Tool(
            name, null, "The fixture " + name + ".", input, output, annotations, JsonObject.EMPTY);
    entries.put(name, new Entry(tool, handler));
  }
}
