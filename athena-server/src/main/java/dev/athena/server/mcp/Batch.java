package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several messages in one array, as the revisions before 2025-06-18 allow.
 *
 * <p>The requests run one after the other and are answered together.
 */
public final class Batch implements Work {
  /** The most messages of one batch. */
  public static final int MESSAGES_MAX = 100;

  private final List<Call> calls;
  private final List<Json> refusals;

  private Batch(List<Call> calls, List<Json> refusals) {
    this.calls = calls;
    this.refusals = refusals;
  }

  /**
   * Takes in the messages of {@code array}.
   *
   * @throws ProtocolError if there are none, or too many
   */
  static Batch of(JsonArray array, Session session, RequestExchange.Beside beside) {
    if (array.size() == 0 || array.size() > MESSAGES_MAX) {
      throw ProtocolError.invalidRequest("a batch has 1 to " + MESSAGES_MAX + " messages");
    }
    List<Call> calls = new ArrayList<>();
    List<Json> refusals = new ArrayList<>();
    for (Json element : array.values()) {
      try {
        switch (Message.of(element)) {
          case Message.Request request ->
              calls.add(session.begin(request, beside.outbox(), beside.headers()));
          case Message.Notification notification -> session.accept(notification);
          case Message.Response response -> session.accept(response);
        }
      } catch (ProtocolError e) {
        refusals.add(e.toResponse(Message.idOf(element)));
      }
    }
    return new Batch(calls, refusals);
  }

  @Override
  public Optional<Answer> answer() {
    List<Json> responses = new ArrayList<>(refusals);
    for (Call call : calls) {
      call.answer().map(Answer::response).ifPresent(responses::add);
    }
    return responses.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer(new JsonArray(responses), Answer.Status.OK));
  }

  @Override
  public void cancel() {
    calls.forEach(Call::cancel);
  }
}
