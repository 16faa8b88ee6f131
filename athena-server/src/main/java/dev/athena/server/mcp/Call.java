package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that a session has taken in.
 *
 * <p>It is known to the session from the moment it exists, so that a cancellation that arrives
 * right behind it finds it. {@link #answer} does the work, once, in the thread that calls it.
 */
public final class Call implements Work {
  private final Session session;
  private final Message.Request request;
  private final @Nullable RequestExchange exchange;
  private final @Nullable ProtocolError refusal;

  private Call(
      Session session,
      Message.Request request,
      @Nullable RequestExchange exchange,
      @Nullable ProtocolError refusal) {
    this.session = session;
    this.request = request;
    this.exchange = exchange;
    this.refusal = refusal;
  }

  static Call of(Session session, RequestExchange exchange) {
    return new Call(session, exchange.request(), exchange, null);
  }

  static Call refused(Session session, Message.Request request, ProtocolError refusal) {
    return new Call(session, request, null, refusal);
  }

  @Override
  public Optional<Answer> answer() {
    if (exchange == null) {
      return Optional.of(refusal(refusal == null ? unanswered() : refusal));
    }
    try {
      Optional<JsonObject> response = respond(exchange);
      return response.map(found -> new Answer(found, Answer.Status.OK));
    } catch (ProtocolError e) {
      return exchange.isCancelled() ? Optional.empty() : Optional.of(refusal(e));
    } finally {
      exchange.finish();
      session.forget(exchange);
    }
  }

  @Override
  public void cancel() {
    if (exchange != null) {
      exchange.cancel();
    }
  }

  private Optional<JsonObject> respond(RequestExchange running) {
    JsonObject result = session.server().dispatch(running);
    return running.isCancelled()
        ? Optional.empty()
        : Optional.of(
            JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", request.id())
                .put("result", result)
                .build());
  }

  private Answer refusal(ProtocolError error) {
    return new Answer(error.toResponse(request.id()), status(error));
  }

  /** Only a modern request shows its failure in the status; older clients read 404 differently. */
  private Answer.Status status(ProtocolError error) {
    if (Era.of(request) == Era.LEGACY) {
      return Answer.Status.OK;
    }
    return switch (error.code()) {
      case ProtocolError.METHOD_NOT_FOUND -> Answer.Status.NOT_FOUND;
      case ProtocolError.HEADER_MISMATCH,
          ProtocolError.MISSING_CAPABILITY,
          ProtocolError.UNSUPPORTED_VERSION ->
          Answer.Status.BAD_REQUEST;
      default -> exchange == null ? Answer.Status.BAD_REQUEST : Answer.Status.OK;
    };
  }

  private static ProtocolError unanswered() {
    return ProtocolError.internal("the request was not taken in", null);
  }
}
