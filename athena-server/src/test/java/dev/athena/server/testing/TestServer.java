package dev.athena.server.testing;

import dev.athena.server.mcp.CacheHint;
import dev.athena.server.mcp.Environment;
import dev.athena.server.mcp.Features;
import dev.athena.server.mcp.McpServer;
import dev.athena.server.mcp.ServerInfo;
import dev.athena.server.mcp.Tools;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with the tools of a test, its clock, and the failures it noted. */
public final class TestServer {
  private final HandClock clock = new HandClock();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final McpServer server;

  private TestServer(Features features) {
    Environment environment =
        new Environment(
            clock,
            new SplittableRandom(1),
            (where, failure) -> failures.add(where + ": " + failure.getMessage()),
            new CacheHint(1_000, CacheHint.Scope.PRIVATE));
    this.server = new McpServer(new ServerInfo("test", "1", null, null), "", features, environment);
  }

  /** Returns a server with {@code tools} only. */
  public static TestServer with(Tools tools) {
    return new TestServer(Features.of(tools));
  }

  /** Returns a server with {@code features}. */
  public static TestServer with(Features features) {
    return new TestServer(features);
  }

  /** Returns the server. */
  public McpServer server() {
    return server;
  }

  /** Returns its clock. */
  public HandClock clock() {
    return clock;
  }

  /** Returns what it noted as failed. */
  public List<String> failures() {
    return failures;
  }
}
