package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The methods by name. A feature that is not offered has none. */
final class Methods {
  private final McpServer server;
  private final ToolMethods tools;
  private final @Nullable ResourceMethods resources;
  private final @Nullable SkillMethods skills;
  private final @Nullable PromptMethods prompts;
  private final boolean changes;
  private final boolean logging;

  Methods(McpServer server, Features features, Rounds rounds, FailureListener failures) {
    this.server = server;
    this.tools = new ToolMethods(features.tools(), rounds, failures);
    Resources offered = features.resources();
    this.resources = offered == null ? null : new ResourceMethods(offered);
    Skills taught = features.skills();
    this.skills = taught == null ? null : new SkillMethods(taught);
    Prompts prepared = features.prompts();
    this.prompts = prepared == null ? null : new PromptMethods(prepared, rounds);
    this.changes = features.changes();
    this.logging = features.logging();
  }

  /**
   * Does what the request asks for.
   *
   * @throws ProtocolError if there is no such method in this era
   */
  Result handle(RequestExchange exchange) {
    String method = exchange.request().method();
    Result result =
        switch (method) {
          case "tools/list" -> tools.list(exchange);
          case "tools/call" -> tools.call(exchange);
          case String m when m.startsWith("resources/") -> resource(m, exchange);
          case String m when m.startsWith("skills/") -> skill(m, exchange);
          case String m when m.startsWith("prompts/") || m.startsWith("completion/") ->
              prompt(m, exchange);
          case String m ->
              switch (exchange.era()) {
                case MODERN -> modern(m, exchange);
                case LEGACY -> legacy(m, exchange);
              };
        };
    if (result == null) {
      throw ProtocolError.methodNotFound(method);
    }
    return result;
  }

  private @Nullable Result resource(String method, RequestExchange exchange) {
    if (resources == null) {
      return null;
    }
    boolean watching = changes && exchange.era() == Era.LEGACY;
    return switch (method) {
      case "resources/list" -> resources.list(exchange);
      case "resources/templates/list" -> resources.templates(exchange);
      case "resources/read" -> resources.read(exchange);
      case "resources/directory/read" -> skills == null ? null : resources.directory(exchange);
      case "resources/subscribe" -> watching ? ResourceMethods.subscribe(exchange) : null;
      case "resources/unsubscribe" -> watching ? ResourceMethods.unsubscribe(exchange) : null;
      default -> null;
    };
  }

  private @Nullable Result skill(String method, RequestExchange exchange) {
    if (skills == null) {
      return null;
    }
    return switch (method) {
      case "skills/list" -> skills.list(exchange);
      case "skills/get" -> skills.get(exchange);
      default -> null;
    };
  }

  private @Nullable Result prompt(String method, RequestExchange exchange) {
    if (prompts == null) {
      return null;
    }
    return switch (method) {
      case "prompts/list" -> prompts.list(exchange);
      case "prompts/get" -> prompts.get(exchange);
      case "completion/complete" -> prompts.complete(exchange);
      default -> null;
    };
  }

  private @Nullable Result modern(String method, RequestExchange exchange) {
    return switch (method) {
      case "server/discover" -> server.discover();
      case "subscriptions/listen" ->
          changes
              ? Result.plain(server.subscriptions().listen(exchange, server.capabilities()))
              : null;
      default -> null;
    };
  }

  private @Nullable Result legacy(String method, RequestExchange exchange) {
    return switch (method) {
      case "initialize" -> server.initialize(exchange);
      case "ping" -> Result.plain(JsonObject.EMPTY);
      case "logging/setLevel" -> logging ? setLevel(exchange) : null;
      default -> null;
    };
  }

  private static Result setLevel(RequestExchange exchange) {
    String name = Params.text(exchange.params(), "level");
    LogLevel level =
        LogLevel.of(name)
            .orElseThrow(
                () -> ProtocolError.invalidParams(ProtocolError.brief(name) + " is no log level"));
    exchange.session().logFrom(level);
    return Result.plain(JsonObject.EMPTY);
  }
}
