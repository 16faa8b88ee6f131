package dev.athena.app.memory;

import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.terminal.Terminal;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what an operation answered. */
public final class AnswerView {
  private final ShellContext context;
  private final Session session;
  private final Terminal terminal;

  public AnswerView(ShellContext context, Session session) {
    this.context = context;
    this.session = session;
    this.terminal = context.terminal();
  }

  /** Shows the answer of {@code operation}: exactly as JSON, or for a person to read. */
  public void show(String operation, Json answer, boolean json) {
    if (json) {
      terminal.line(JsonCodec.writePretty(answer));
      return;
    }
    switch (answer) {
      case JsonArray(List<Json> found) when operation.startsWith("recall") -> showHits(found);
      case JsonObject memory when operation.equals("get_memory") ->
          terminal.card(MemoryCard.of(memory));
      case JsonObject receipt when receipt.has("removed") -> terminal.line(removed(receipt));
      case JsonObject receipt when receipt.has("id") -> terminal.line(stored(receipt));
      default -> terminal.line(JsonCodec.writePretty(answer));
    }
  }

  private void showHits(List<Json> found) {
    if (found.isEmpty()) {
      terminal.note("nothing that is remembered answers this");
      return;
    }
    List<Hit> hits = new ArrayList<>();
    for (Json each : found) {
      if (each instanceof JsonObject hit) {
        hits.add(Hit.of(hit, metadata(hit), context.start().sources().zone()));
      }
    }
    new HitCards(terminal).show(hits);
  }

  /** What `recall` itself leaves out is read for those that it found. */
  private JsonObject metadata(JsonObject hit) {
    if (!hit.has("layer")) {
      return JsonObject.EMPTY;
    }
    JsonObject id = JsonObject.builder().put("id", hit.text("id").orElse("")).build();
    return session.call("get_memory", id) instanceof JsonObject memory
        ? memory
            .object("metadata")
            .orElse(JsonObject.EMPTY)
            .with("created_at", memory.find("created_at").orElse(Json.Null.VALUE))
        : JsonObject.EMPTY;
  }

  private static String stored(JsonObject receipt) {
    String id = receipt.text("id").orElse("");
    if (receipt.has("revision")) {
      return id + " is changed; this is revision " + receipt.whole("revision").orElse(0L);
    }
    if (receipt.find("duplicate").equals(Optional.of(Json.of(true)))) {
      return id + " says this already";
    }
    int superseded = receipt.array("superseded").orElse(JsonArray.EMPTY).size();
    String version = receipt.whole("version").map(number -> ", version " + number).orElse("");
    String instead = superseded == 0 ? "" : ", in the place of " + texts(receipt, "superseded");
    return "remembered as " + id + version + instead;
  }

  /** Returns in one sentence what was removed, or would be. */
  static String removed(JsonObject receipt) {
    boolean dry = receipt.find("dry_run").equals(Optional.of(Json.of(true)));
    List<String> parts = new ArrayList<>();
    for (String kind : List.of("semantic", "episodic", "procedural")) {
      long count = receipt.whole(kind).orElse(0L);
      if (count > 0) {
        parts.add("%,d %s".formatted(count, kind));
      }
    }
    int all = receipt.array("removed").orElse(JsonArray.EMPTY).size();
    String what = all == 0 ? "nothing" : all == 1 ? "1 memory" : "%,d memories".formatted(all);
    String kinds = parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    boolean more = receipt.find("more").equals(Optional.of(Json.of(true)));
    return (dry ? "would remove " : "removed ") + what + kinds + (more ? "; there is more" : "");
  }

  private static String texts(JsonObject object, String member) {
    return String.join(
        ", ",
        object.array(member).orElse(JsonArray.EMPTY).values().stream()
            .map(value -> value instanceof Json.Text(String text) ? text : JsonCodec.write(value))
            .toList());
  }
}
