package dev.athena.bench.tasks;

import dev.athena.bench.mcp.McpChild;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Calls tools of a server as an agent does, and writes down what each call costs. */
final class Agent {
  /** The longest answer, in tokens, that common clients hand to a model uncut. */
  static final int ANSWER_TOKENS_MAX = 25_000;

  private final McpChild server;
  private final Tokenizer tokenizer;
  private final List<Exchange> exchanges = new ArrayList<>();

  Agent(McpChild server, Tokenizer tokenizer) {
    this.server = server;
    this.tokenizer = tokenizer;
  }

  /** Makes a call that could only be made now, and returns its answer. */
  JsonObject call(Request request) throws IOException {
    return call(request, true);
  }

  /** Makes calls of which none depends on the answer of another. */
  List<JsonObject> calls(List<Request> requests) throws IOException {
    List<JsonObject> answers = new ArrayList<>();
    for (Request request : requests) {
      answers.add(call(request, answers.isEmpty()));
    }
    return answers;
  }

  /** Makes calls that list something, of which none depends on another, and returns all of it. */
  List<JsonObject> lists(List<Request> requests) throws IOException {
    return calls(requests).stream().flatMap(answer -> results(answer).stream()).toList();
  }

  List<JsonObject> list(Request request) throws IOException {
    return lists(List.of(request));
  }

  /** Returns what an answer lists. */
  static List<JsonObject> results(JsonObject answer) {
    return answer
        .array("results")
        .map(array -> array.values().stream().map(JsonObject.class::cast).toList())
        .orElseThrow(() -> new IllegalArgumentException("no list: " + answer));
  }

  /** Returns what was exchanged so far. */
  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  private JsonObject call(Request request, boolean dependent) throws IOException {
    McpChild.Answer answer = server.call(request.tool(), request.arguments());
    if (answer.failed()) {
      throw new IOException(request.written() + " failed: " + answer.text());
    }
    int read = tokenizer.count(answer.text());
    checkLength(request, read);
    exchanges.add(
        new Exchange(tokenizer.count(request.written()), read, answer.nanos(), dependent));
    Json value = JsonCodec.read(answer.text());
    return value instanceof JsonObject object ? object : answer.structured();
  }

  /**
   * Does nothing if an answer is short enough.
   *
   * @throws IOException if clients would cut it, so that no agent would ask like that
   */
  static void checkLength(Request request, int tokens) throws IOException {
    if (tokens > ANSWER_TOKENS_MAX) {
      throw new IOException(
          "%s was answered with %,d tokens, which a client would cut"
              .formatted(request.written(), tokens));
    }
  }
}
