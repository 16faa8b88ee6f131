package dev.athena.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.athena.server.mcp.FailureListener;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The first to see a request: checks who sends it, and that there is room for it. */
final class Gate implements HttpHandler {
  private final Doorman doorman;
  private final Endpoint endpoint;
  private final FailureListener failures;
  private final Semaphore places;

  Gate(Doorman doorman, Endpoint endpoint, FailureListener failures, Limits limits) {
    this.doorman = doorman;
    this.endpoint = endpoint;
    this.failures = failures;
    this.places = new Semaphore(limits.inFlightMax());
  }

  @Override
  public void handle(HttpExchange http) {
    Reply reply = new Reply(http);
    try {
      switch (doorman.judge(http.getRequestHeaders())) {
        case Doorman.Verdict.Foreign() -> reply.text(403, "host or origin is not allowed");
        case Doorman.Verdict.Unknown() -> {
          reply.header("WWW-Authenticate", "Bearer");
          reply.text(401, "a bearer token is needed");
        }
        case Doorman.Verdict.Admitted(var caller) -> {
          if (http.getRequestURI().getPath().equals(HttpTransport.PATH)) {
            enter(http, reply, caller);
          } else {
            reply.text(404, "the endpoint is " + HttpTransport.PATH);
          }
        }
      }
    } catch (IOException _) {
      http.close(); // The client is gone, or sent what is not HTTP.
    } catch (RuntimeException | Error e) {
      failures.failed("http", e);
      http.close();
    }
  }

  private void enter(HttpExchange http, Reply reply, @Nullable String caller) throws IOException {
    if (!places.tryAcquire()) {
      reply.busy("too many requests are under way");
      return;
    }
    try {
      endpoint.handle(http, reply, caller);
    } finally {
      places.release();
    }
  }
}
