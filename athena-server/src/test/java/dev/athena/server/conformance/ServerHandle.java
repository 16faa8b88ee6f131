package dev.athena.server.conformance;

import dev.athena.server.mcp.Change;
import dev.athena.server.mcp.McpServer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The server, known to the tools that change it. */
final class ServerHandle {
  private final AtomicReference<@Nullable McpServer> server = new AtomicReference<>();

  void set(McpServer created) {
    server.set(created);
  }

  void announce(Change change) {
    McpServer known = server.get();
    if (known != null) {
      known.announce(change);
    }
  }
}
