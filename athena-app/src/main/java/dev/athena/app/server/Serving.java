package dev.athena.app.server;

import dev.athena.app.context.Logs;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.Version;
import dev.athena.app.engine.Engine;
import dev.athena.server.mcp.CacheHint;
import dev.athena.server.mcp.Environment;
import dev.athena.server.mcp.McpServer;
import dev.athena.server.tools.Callers;
import dev.athena.server.tools.MemoryServer;
import dev.athena.server.tools.Profile;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An MCP server and the Athena behind it; closing it ends all that was begun for it. */
record Serving(Engine engine, McpServer server) implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Serving.class.getName());
  private static final long CACHED_MILLIS = 60_000;

  /** Begins: the store is opened while the first request is answered, the model later. */
  static Serving begin(ShellContext context, Callers callers, Profile profile) {
    Logs.start(context.home(), context.config());
    Engine engine = Engine.openMeanwhile(context.engineOptions(context.home()));
    Environment environment =
        new Environment(
            context.start().sources().clock(),
            context.start().sources().chance(),
            (where, failure) -> LOG.log(Level.WARNING, where + " failed", failure),
            new CacheHint(CACHED_MILLIS, CacheHint.Scope.PRIVATE));
    McpServer server =
        MemoryServer.create(
            engine.operations(),
            new MemoryServer.Serving(callers, profile),
            Version.number(),
            environment);
    engine.background().start();
    return new Serving(engine, server);
  }

  @Override
  public void close() {
    engine.close();
    Logs.stop();
  }
}
