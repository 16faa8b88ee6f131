package dev.athena.server.mcp;

import java.util.Optional;

/** What a transport carries beside a message, by name. */
@FunctionalInterface
public interface TransportHeaders {
  /** Those of a transport that carries nothing but messages. */
  TransportHeaders NONE = _ -> Optional.empty();

  /** Returns the header called {@code name}; case does not matter. */
  Optional<String> find(String name);
}
