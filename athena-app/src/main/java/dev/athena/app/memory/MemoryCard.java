package dev.athena.app.memory;

import dev.athena.app.terminal.Card;
import dev.athena.app.terminal.Paragraphs;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Shows one memory in full. */
final class MemoryCard {
  private static final Set<String> OWN_PLACE = Set.of("id", "content", "metadata", "history");

  private MemoryCard() {}

  /** Returns a card with all that {@code get_memory} answers. */
  static Card of(JsonObject memory) {
    Card card = Card.of(memory.text("id").orElse(""));
    card.with("content", Paragraphs.printable(memory.text("content").orElse("")));
    memory
        .object("metadata")
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach((name, value) -> with(card, name, value));
    memory
        .members()
        .forEach((name, value) -> {
          if (!OWN_PLACE.contains(name)) {
            with(card, name, value);
          }
        });
    for (Json each : memory.array("history").orElse(JsonArray.EMPTY).values()) {
      if (each instanceof JsonObject past) {
        String revision = "revision " + past.whole("revision").orElse(0L);
        String until = " (until " + past.text("replaced_at").orElse("") + ")";
        card.with(revision, past.text("content").orElse("") + until);
      }
    }
    return card;
  }

  private static void with(Card card, String name, Json value) {
    switch (value) {
      case Json.Text(String text) -> card.with(name, Paragraphs.printable(text));
      case JsonArray(List<Json> values) when values.isEmpty() -> {}
      default -> card.with(name, JsonCodec.write(value));
    }
  }
}
