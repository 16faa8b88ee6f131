package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.List;

/** The methods about prompts, and the completion of what they are filled with. */
final class PromptMethods {
  /** The most completions of one answer. */
  static final int COMPLETIONS_MAX = 100;

  private final Prompts prompts;
  private final Rounds rounds;

  PromptMethods(Prompts prompts, Rounds rounds) {
    this.prompts = prompts;
    this.rounds = rounds;
  }

  Result list(RequestExchange exchange) {
    return Result.cacheable(
        Page.of("prompts", prompts.list(exchange), exchange.params(), Prompt::toJson));
  }

  Result get(RequestExchange exchange) {
    String name = Params.text(exchange.params(), "name");
    JsonObject arguments = Params.object(exchange.params(), "arguments");
    rounds.resume(exchange);
    PromptAnswer answer = get(name, arguments, exchange);
    for (int round = 0; answer instanceof InputRequired needed; round++) {
      if (exchange.era() == Era.MODERN) {
        return rounds.result(needed, exchange);
      }
      if (round == Rounds.ROUNDS_MAX) {
        throw Rounds.tooMany();
      }
      Rounds.ask(needed, exchange);
      answer = get(name, arguments, exchange);
    }
    return Result.plain(toJson(answer));
  }

  Result complete(RequestExchange exchange) {
    JsonObject ref = Params.object(exchange.params(), "ref");
    JsonObject argument = Params.object(exchange.params(), "argument");
    List<String> values =
        ref.text("type").orElse("").equals("ref/prompt")
            ? prompts.complete(
                Params.text(ref, "name"),
                Params.text(argument, "name"),
                Params.text(argument, "value"))
            : List.of();
    List<String> shown = values.subList(0, Math.min(values.size(), COMPLETIONS_MAX));
    JsonObject completion =
        JsonObject.builder()
            .put("values", Json.ofTexts(shown))
            .put("total", values.size())
            .put("hasMore", shown.size() < values.size())
            .build();
    return Result.plain(JsonObject.builder().put("completion", completion).build());
  }

  private PromptAnswer get(String name, JsonObject arguments, RequestExchange exchange) {
    return prompts
        .get(name, arguments, exchange)
        .orElseThrow(
            () -> ProtocolError.invalidParams("there is no prompt " + ProtocolError.brief(name)));
  }

  private static JsonObject toJson(PromptAnswer answer) {
    return switch (answer) {
      case PromptResult result -> result.toJson();
      case InputRequired _ -> throw new IllegalStateException("rounds are over");
    };
  }
}
