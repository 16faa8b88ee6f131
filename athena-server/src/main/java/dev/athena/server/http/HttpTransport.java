package dev.athena.server.http;

import com.sun.net.httpserver.HttpServer;
import dev.athena.error.InvalidArgument;
import dev.athena.server.mcp.McpServer;
import dev.athena.server.mcp.RequestThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the protocol over HTTP until it is closed. */
public final class HttpTransport implements AutoCloseable {
  /** The path of the one endpoint. */
  public static final String PATH = "/mcp";

  /** The most bytes of one request's body. */
  public static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

  /** The most bytes of all bodies under way; past it, a request is turned away. */
  public static final int BODIES_BYTES_MAX = 64 * 1024 * 1024;

  /** The most requests under way; past it, a request is turned away. */
  public static final int IN_FLIGHT_MAX = 1_024;

  /** The most sessions of the older kind. */
  public static final int SESSIONS_MAX = 1_000;

  private static final int BACKLOG = 256;

  private final HttpServer http;
  private final Threads threads;
  private final Sessions sessions;
  private final String host;

  /** The threads that talk to clients, and those that answer what clients ask. */
  private record Threads(ExecutorService exchanges, ExecutorService requests) {
    static Threads create() {
      return new Threads(
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mcp-http-", 0).factory()),
          RequestThreads.create());
    }

    void end() {
      exchanges.shutdownNow();
      requests.shutdown();
    }
  }

  private HttpTransport(HttpServer http, Threads threads, Sessions sessions, String host) {
    this.http = http;
    this.threads = threads;
    this.sessions = sessions;
    this.host = host;
  }

  /**
   * Begins to serve.
   *
   * @throws IOException if the port cannot be had
   * @throws InvalidArgument if others than this machine would be let in without a token
   */
  public static HttpTransport open(McpServer server, HttpOptions options) throws IOException {
    return open(server, options, Limits.STANDARD);
  }

  static HttpTransport open(McpServer server, HttpOptions options, Limits limits)
      throws IOException {
    InetAddress address = InetAddress.getByName(options.host());
    if (!address.isLoopbackAddress() && options.authenticator() == null) {
      throw new InvalidArgument(
          "the server would be open to everyone who reaches " + options.host(),
          "set a token, or listen on 127.0.0.1");
    }
    Sessions sessions = new Sessions(server, options.sessionIdle(), limits.sessionsMax());
    Doorman doorman = new Doorman(options.hosts(), options.authenticator());
    HttpServer http = HttpServer.create(new InetSocketAddress(address, options.port()), BACKLOG);
    Threads threads = Threads.create();
    Endpoint endpoint = new Endpoint(sessions, options.keepAlive(), limits, threads.requests());
    http.createContext("/", new Gate(doorman, endpoint, server.failures(), limits));
    http.setExecutor(threads.exchanges());
    http.start();
    return new HttpTransport(http, threads, sessions, options.host());
  }

  /** Returns the port it listens on. */
  public int port() {
    return http.getAddress().getPort();
  }

  /** Returns the address of the endpoint. */
  public URI endpoint() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + shown + ":" + port() + PATH);
  }

  /** Stops listening and ends what is under way. */
  @Override
  public void close() {
    sessions.close();
    http.stop(0);
    threads.end();
  }
}
