package dev.athena.server.http;

import com.sun.net.httpserver.HttpExchange;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import dev.athena.server.mcp.Answer;
import dev.athena.server.mcp.Batch;
import dev.athena.server.mcp.Era;
import dev.athena.server.mcp.Message;
import dev.athena.server.mcp.Outbox;
import dev.athena.server.mcp.ProtocolError;
import dev.athena.server.mcp.Session;
import dev.athena.server.mcp.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The one address of the protocol: POST for messages, GET and DELETE for sessions. */
final class Endpoint {
  private static final String SESSION_ID = "Mcp-Session-Id";

  private final Sessions sessions;
  private final Duration keepAlive;
  private final BodyReader bodies;
  private final Executor threads;

  /** Makes one whose requests are answered in {@code threads}. */
  Endpoint(Sessions sessions, Duration keepAlive, Limits limits, Executor threads) {
    this.sessions = sessions;
    this.keepAlive = keepAlive;
    this.bodies = new BodyReader(limits);
    this.threads = threads;
  }

  void handle(HttpExchange http, Reply reply, @Nullable String caller) throws IOException {
    RequestHeaders headers = new RequestHeaders(http.getRequestHeaders());
    switch (http.getRequestMethod()) {
      case "POST" -> post(new Incoming(headers, reply, caller), http);
      case "GET" -> listen(new Incoming(headers, reply, caller));
      case "DELETE" -> delete(new Incoming(headers, reply, caller));
      default -> notAllowed(reply);
    }
  }

  /** A request on its way through the endpoint. */
  private record Incoming(RequestHeaders headers, Reply reply, @Nullable String caller) {
    void refuse(int status, ProtocolError error, Json id) throws IOException {
      reply.json(status, error.toResponse(id));
    }
  }

  private void post(Incoming incoming, HttpExchange http) throws IOException {
    if (!incoming.headers().isJson()) {
      incoming.reply().text(415, "the body must be application/json");
      return;
    }
    switch (bodies.read(http.getRequestBody())) {
      case BodyReader.Body.TooLong() -> incoming.reply().text(413, "the body is too long");
      case BodyReader.Body.NoRoom() -> incoming.reply().busy("too much is under way");
      case BodyReader.Body.Whole body -> {
        try {
          take(body.bytes(), incoming);
        } finally {
          bodies.release(body);
        }
      }
    }
  }

  private void take(byte[] body, Incoming incoming) throws IOException {
    Json value;
    try {
      value = JsonCodec.read(body);
    } catch (MalformedJson e) {
      incoming.refuse(400, ProtocolError.parseError(e.problem()), Json.Null.VALUE);
      return;
    }
    if (value instanceof JsonArray array) {
      batch(array, incoming);
      return;
    }
    Message message;
    try {
      message = Message.of(value);
    } catch (ProtocolError e) {
      incoming.refuse(400, e, Message.idOf(value));
      return;
    }
    take(message, incoming);
  }

  private void batch(JsonArray array, Incoming incoming) throws IOException {
    Sessions.Entry entry = require(incoming);
    if (entry == null) {
      return;
    }
    Mailbox mailbox = new Mailbox();
    Batch batch;
    try {
      batch = entry.session().begin(array, mailbox, incoming.headers());
    } catch (ProtocolError e) {
      incoming.refuse(400, e, Json.Null.VALUE);
      return;
    }
    answer(batch, mailbox, incoming);
  }

  private void take(Message message, Incoming incoming) throws IOException {
    switch (message) {
      case Message.Request request -> {
        switch (incoming.headers().era(request)) {
          case MODERN -> modern(request, incoming);
          case LEGACY -> legacy(request, incoming);
        }
      }
      case Message.Notification notification -> {
        Sessions.Entry entry = find(incoming).orElse(null);
        if (entry != null) {
          entry.session().accept(notification);
        }
        incoming.reply().empty(202);
      }
      case Message.Response response -> {
        Sessions.Entry entry = require(incoming);
        if (entry != null) {
          entry.session().accept(response);
          incoming.reply().empty(202);
        }
      }
    }
  }

  private void modern(Message.Request request, Incoming incoming) throws IOException {
    try {
      incoming.headers().check(request);
    } catch (ProtocolError e) {
      incoming.refuse(400, e, request.id());
      return;
    }
    if (Era.of(request) == Era.LEGACY) {
      // The header speaks of a modern revision, and the body lacks what such a request carries.
      ProtocolError error = ProtocolError.invalidParams("params._meta is missing");
      incoming.refuse(400, error, request.id());
      return;
    }
    try (Session session = sessions.openStateless(incoming.caller())) {
      Mailbox mailbox = new Mailbox();
      answer(session.begin(request, mailbox, incoming.headers()), mailbox, incoming);
    }
  }

  private void legacy(Message.Request request, Incoming incoming) throws IOException {
    if (request.method().equals("initialize")) {
      initialize(request, incoming);
      return;
    }
    Sessions.Entry entry = require(incoming, request.id());
    if (entry != null) {
      Mailbox mailbox = new Mailbox();
      answer(entry.session().begin(request, mailbox, incoming.headers()), mailbox, incoming);
    }
  }

  private void initialize(Message.Request request, Incoming incoming) throws IOException {
    Optional<Sessions.Entry> opened = sessions.open(incoming.caller());
    if (opened.isEmpty()) {
      incoming.reply().busy("there are too many sessions");
      return;
    }
    Sessions.Entry entry = opened.get();
    Answer answer = entry.session().begin(request, Outbox.NONE).answer().orElseThrow();
    if (hasFailed(answer)) {
      sessions.end(entry);
    } else {
      incoming.reply().header(SESSION_ID, entry.id());
    }
    incoming.reply().json(200, answer.response());
  }

  private void answer(Work work, Mailbox mailbox, Incoming incoming) throws IOException {
    threads.execute(() -> {
      Optional<Answer> answer = Optional.empty();
      try {
        answer = work.answer();
      } finally {
        mailbox.done(answer);
      }
    });
    boolean written = false;
    try {
      written = new ResponseWriter(incoming.reply(), mailbox, keepAlive).write(incoming.headers());
    } finally {
      if (!written) {
        work.cancel();
      }
    }
  }

  private void listen(Incoming incoming) throws IOException {
    if (incoming.headers().sessionId() == null || !incoming.headers().takesEvents()) {
      notAllowed(incoming.reply());
      return;
    }
    Sessions.Entry entry = require(incoming);
    if (entry == null) {
      return;
    }
    Mailbox mailbox = new Mailbox();
    if (!entry.standing().begin(mailbox)) {
      incoming.reply().text(409, "the session has a stream already");
      return;
    }
    try {
      new ResponseWriter(incoming.reply(), mailbox, keepAlive).writeEvents();
    } finally {
      entry.standing().end(mailbox);
    }
  }

  private void delete(Incoming incoming) throws IOException {
    if (incoming.headers().sessionId() == null) {
      notAllowed(incoming.reply());
      return;
    }
    Sessions.Entry entry = require(incoming);
    if (entry != null) {
      sessions.end(entry);
      incoming.reply().empty(204);
    }
  }

  private Optional<Sessions.Entry> find(Incoming incoming) {
    String id = incoming.headers().sessionId();
    return id == null ? Optional.empty() : sessions.find(id, incoming.caller());
  }

  /** Returns the session, or null after telling the client so under the id of its request. */
  private Sessions.@Nullable Entry require(Incoming incoming, Json id) throws IOException {
    if (incoming.headers().sessionId() == null) {
      incoming.refuse(
          400,
          ProtocolError.invalidRequest(
              "the header " + SESSION_ID + " is missing; initialize first"),
          id);
      return null;
    }
    Sessions.Entry entry = find(incoming).orElse(null);
    if (entry == null) {
      incoming.refuse(
          404, ProtocolError.invalidRequest("the session is over; initialize again"), id);
    }
    return entry;
  }

  /** The same for what is not a request and has no id. */
  private Sessions.@Nullable Entry require(Incoming incoming) throws IOException {
    return require(incoming, Json.Null.VALUE);
  }

  private static boolean hasFailed(Answer answer) {
    return answer.response() instanceof JsonObject response && response.has("error");
  }

  private static void notAllowed(Reply reply) throws IOException {
    reply.header("Allow", "POST");
    reply.text(405, "send messages by POST");
  }
}
