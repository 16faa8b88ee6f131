package dev.athena.server.conformance;

import dev.athena.server.http.HttpOptions;
import dev.athena.server.http.HttpTransport;
import dev.athena.server.mcp.CacheHint;
import dev.athena.server.mcp.Environment;
import dev.athena.server.mcp.FailureListener;
import dev.athena.server.mcp.McpServer;
import dev.athena.server.mcp.ServerInfo;
import dev.athena.server.stdio.StdioTransport;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** Starts the fixture: {@code stdio}, or {@code http} and a port. */
public final class ConformanceServer {
  private static final PrintStream LOG =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  private ConformanceServer() {}

  /** Serves until standard input ends, or for HTTP until the process is ended. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    McpServer server = create((where, failure) -> LOG.println(where + ": " + failure));
    switch (arguments[0]) {
      case "stdio" ->
          StdioTransport.serve(
              server,
              new FileInputStream(FileDescriptor.in),
              new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
      case "http" -> {
        HttpOptions options = HttpOptions.loopback(Integer.parseInt(arguments[1]));
        try (HttpTransport transport = HttpTransport.open(server, options)) {
          LOG.println("serving " + transport.endpoint());
          new CountDownLatch(1).await();
        }
      }
      default -> throw new IllegalArgumentException("say stdio or http, not " + arguments[0]);
    }
  }

  /** Returns the fixture, ready for a transport. */
  public static McpServer create(FailureListener failures) {
    ServerHandle handle = new ServerHandle();
    Environment environment =
        new Environment(
            InstantSource.system(),
            new SecureRandom(),
            failures,
            new CacheHint(60_000, CacheHint.Scope.PRIVATE));
    McpServer server =
        new McpServer(
            new ServerInfo("athena-conformance", "0.1.0", "Athena fixture", "For the suite."),
            "A fixture: call any tool.",
            FixtureFeatures.create(handle),
            environment);
    handle.set(server);
    return server;
  }
}
