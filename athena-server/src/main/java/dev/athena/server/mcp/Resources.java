package dev.athena.server.mcp;

import java.util.List;
import java.util.Optional;

/** The resources a server offers. */
public interface Resources {
  /** Returns the resources to show this client, in an order that does not change by itself. */
  List<Resource> list(Exchange exchange);

  /** Returns the patterns of resources that are not listed one by one. */
  default List<ResourceTemplate> templates(Exchange exchange) {
    return List.of();
  }

  /** Returns what is at {@code uri}; empty if nothing is, or the caller may not know. */
  Optional<ResourceContent> read(String uri, Exchange exchange);

  /** Returns the direct children of the folder {@code uri}; empty if it is no folder. */
  default Optional<List<Resource>> directory(String uri, Exchange exchange) {
    return Optional.empty();
  }
}
