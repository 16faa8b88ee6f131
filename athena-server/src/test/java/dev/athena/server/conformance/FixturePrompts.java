package dev.athena.server.conformance;

import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Content;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.InputRequired;
import dev.athena.server.mcp.Prompt;
import dev.athena.server.mcp.PromptAnswer;
import dev.athena.server.mcp.PromptResult;
import dev.athena.server.mcp.Prompts;
import dev.athena.server.mcp.ResourceContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prompts of the suite. */
final class FixturePrompts implements Prompts {
  private static final JsonObject CONTEXT =
      Samples.json(
          "{'type': 'object', 'properties': {'context': {'type': 'string'}}, 'required':"
              + " ['context']}");

  @Override
  public List<Prompt> list(Exchange exchange) {
    return List.of(
        prompt("test_simple_prompt"),
        prompt("test_prompt_with_arguments", "arg1", "arg2"),
        prompt("test_prompt_with_embedded_resource", "resourceUri"),
        prompt("test_prompt_with_image"),
        prompt("test_input_required_result_prompt"));
  }

  @Override
  public Optional<PromptAnswer> get(String name, JsonObject arguments, Exchange exchange) {
    return switch (name) {
      case "test_simple_prompt" -> said(text("This is a simple prompt for testing."));
      case "test_prompt_with_arguments" ->
          said(
              text(
                  "Prompt with arguments: arg1='"
                      + arguments.text("arg1").orElse("")
                      + "', arg2='"
                      + arguments.text("arg2").orElse("")
                      + "'"));
      case "test_prompt_with_embedded_resource" ->
          said(
              new Content.Embedded(
                  new ResourceContent.Text(
                      arguments.text("resourceUri").orElse("test://none"),
                      "text/plain",
                      "Embedded resource content for testing.")),
              text("Please process the embedded resource above."));
      case "test_prompt_with_image" ->
          said(
              new Content.Image(Samples.png(), "image/png"),
              text("Please analyze the image above."));
      case "test_input_required_result_prompt" -> withContext(exchange);
      default -> Optional.empty();
    };
  }

  @Override
  public List<String> complete(String prompt, String argument, String typed) {
    return List.of(typed + "ing", typed + "ed");
  }

  private static Optional<PromptAnswer> withContext(Exchange exchange) {
    String key = "user_context";
    if (exchange.input(key).isPresent()) {
      return said(text("The context is known."));
    }
    return Optional.of(
        new InputRequired(
            Map.of(key, FixtureInputs.form("What context should the prompt use?", CONTEXT)),
            JsonObject.EMPTY));
  }

  private static Optional<PromptAnswer> said(Content... messages) {
    return Optional.of(new PromptResult(List.of(messages)));
  }

  private static Content text(String text) {
    return new Content.Text(text);
  }

  private static Prompt prompt(String name, String... arguments) {
    List<Prompt.Argument> listed =
        List.of(arguments).stream()
            .map(argument -> new Prompt.Argument(argument, "The " + argument + ".", true))
            .toList();
    return new Prompt(name, "The fixture " + name + ".", listed);
  }
}
