package dev.athena.server.mcp;

import dev.athena.error.AthenaException;
import dev.athena.error.InternalFailure;
import dev.athena.json.JsonObject;

/** The methods about tools. */
final class ToolMethods {
  private final Tools tools;
  private final Rounds rounds;
  private final FailureListener failures;

  ToolMethods(Tools tools, Rounds rounds, FailureListener failures) {
    this.tools = tools;
    this.rounds = rounds;
    this.failures = failures;
  }

  Result list(RequestExchange exchange) {
    return Result.cacheable(
        Page.of("tools", tools.list(exchange), exchange.params(), Tool::toJson));
  }

  Result call(RequestExchange exchange) {
    String name = Params.text(exchange.params(), "name");
    ToolCall call = new ToolCall(name, Params.object(exchange.params(), "arguments"));
    if (!tools.knows(name)) {
      throw ProtocolError.invalidParams("there is no tool " + ProtocolError.brief(name));
    }
    rounds.resume(exchange);
    ToolAnswer answer = guarded(call, exchange);
    for (int round = 0; answer instanceof InputRequired needed; round++) {
      if (exchange.era() == Era.MODERN) {
        return rounds.result(needed, exchange);
      }
      if (round == Rounds.ROUNDS_MAX) {
        throw Rounds.tooMany();
      }
      Rounds.ask(needed, exchange);
      answer = guarded(call, exchange);
    }
    return Result.plain(toJson(answer));
  }

  private static JsonObject toJson(ToolAnswer answer) {
    return switch (answer) {
      case ToolResult result -> result.toJson();
      case InputRequired _ -> throw new IllegalStateException("rounds are over");
    };
  }

  private ToolAnswer guarded(ToolCall call, Exchange exchange) {
    try {
      return tools.call(call, exchange);
    } catch (AthenaException e) {
      if (e.getCause() != null) {
        failures.failed("tools/call " + call.name(), e);
      }
      return ToolResult.failure(e);
    } catch (ProtocolError e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      failures.failed("tools/call " + call.name(), e);
      return ToolResult.failure(new InternalFailure("the call failed inside the server", e));
    }
  }
}
