package dev.athena.server.mcp;

import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;

/** The methods about resources. */
final class ResourceMethods {
  /** What the older revisions say where nothing is found. */
  private static final int LEGACY_NOT_FOUND = -32002;

  private final Resources resources;

  ResourceMethods(Resources resources) {
    this.resources = resources;
  }

  Result list(RequestExchange exchange) {
    return Result.cacheable(
        Page.of("resources", resources.list(exchange), exchange.params(), Resource::toJson));
  }

  Result templates(RequestExchange exchange) {
    return Result.cacheable(
        Page.of(
            "resourceTemplates",
            resources.templates(exchange),
            exchange.params(),
            ResourceTemplate::toJson));
  }

  Result read(RequestExchange exchange) {
    String uri = Params.text(exchange.params(), "uri");
    ResourceContent content =
        resources.read(uri, exchange).orElseThrow(() -> notFound(uri, exchange));
    return Result.cacheable(
        JsonObject.builder().put("contents", JsonArray.of(content.toJson())).build());
  }

  Result directory(RequestExchange exchange) {
    String uri = Params.text(exchange.params(), "uri");
    List<Resource> children =
        resources
            .directory(uri, exchange)
            .orElseThrow(
                () -> ProtocolError.invalidParams("the resource is no directory", data(uri)));
    return Result.cacheable(Page.of("resources", children, exchange.params(), Resource::toJson));
  }

  static Result subscribe(RequestExchange exchange) {
    exchange.session().watch(Params.text(exchange.params(), "uri"));
    return Result.plain(JsonObject.EMPTY);
  }

  static Result unsubscribe(RequestExchange exchange) {
    exchange.session().unwatch(Params.text(exchange.params(), "uri"));
    return Result.plain(JsonObject.EMPTY);
  }

  private static ProtocolError notFound(String uri, RequestExchange exchange) {
    int code = exchange.era() == Era.MODERN ? ProtocolError.INVALID_PARAMS : LEGACY_NOT_FOUND;
    return new ProtocolError(code, "there is no such resource", data(uri));
  }

  private static JsonObject data(String uri) {
    return JsonObject.builder().put("uri", uri).build();
  }
}
