package dev.athena.app.memory;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One memory that was found, as it is shown.
 *
 * @param score how well it answers, or null where nothing was asked
 * @param facts what is known of it, in a few words each
 * @param id its id; a procedure is known by its name
 */
record Hit(@Nullable Double score, String content, List<String> facts, String id) {
  /** The most tags shown. */
  static final int TAGS_MAX = 5;

  private static final int HASH_SHOWN = 12;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /**
   * Returns a hit of an answer.
   *
   * @param found an element of the answer of a recall
   * @param metadata the other fields of the memory, as {@code get_memory} has them
   */
  static Hit of(JsonObject found, JsonObject metadata, ZoneId zone) {
    Words words = new Words(found, metadata);
    List<String> facts = new ArrayList<>();
    facts.add(kind(found));
    words.first("memory_type", "event_type", "category").ifPresent(facts::add);
    words.first("version").ifPresent(version -> facts.add("version " + version));
    words
        .first("timestamp", "valid_from", "created_at")
        .map(time -> shown(time, zone))
        .ifPresent(facts::add);
    words.first("outcome").ifPresent(facts::add);
    words.first("source").ifPresent(facts::add);
    words
        .first("commit")
        .map(hash -> "commit " + hash.substring(0, Math.min(HASH_SHOWN, hash.length())))
        .ifPresent(facts::add);
    words.first("session_id").map(session -> "session " + session).ifPresent(facts::add);
    words.first("author").map(author -> "by " + author).ifPresent(facts::add);
    String tags = words.tags();
    if (!tags.isEmpty()) {
      facts.add(tags);
    }
    boolean isProcedure = kind(found).equals("procedural");
    Optional<String> name = words.first("name");
    String content = found.text("content").or(() -> found.text("description")).orElse("");
    return new Hit(
        score(found),
        name.filter(_ -> isProcedure).map(title -> title + ": ").orElse("") + content,
        facts,
        found.text("id").or(() -> name).orElse(""));
  }

  /** The fields of a hit, wherever they stand. */
  private record Words(JsonObject found, JsonObject metadata) {
    Optional<String> first(String... names) {
      JsonObject context = found.object("context").orElse(JsonObject.EMPTY);
      for (String name : names) {
        for (JsonObject place : List.of(found, context, metadata)) {
          Optional<String> text = place.text(name).or(() -> place.whole(name).map(String::valueOf));
          if (text.isPresent()) {
            return text;
          }
        }
      }
      return Optional.empty();
    }

    String tags() {
      return found.array("tags").or(() -> metadata.array("tags")).stream()
          .flatMap(tags -> tags.values().stream())
          .limit(TAGS_MAX)
          .map(tag -> tag instanceof Json.Text(String text) ? "#" + text : "")
          .reduce("", (one, other) -> (one + " " + other).strip());
    }
  }

  private static String kind(JsonObject found) {
    return found
        .text("layer")
        .orElseGet(() ->
            switch (found.text("id").orElse("prc").substring(0, 3)) {
              case "mem" -> "semantic";
              case "evt" -> "episodic";
              default -> "procedural";
            });
  }

  private static String shown(String time, ZoneId zone) {
    return TIME.format(Instant.parse(time).atZone(zone));
  }

  private static @Nullable Double score(JsonObject found) {
    return found.find("score").orElse(Json.Null.VALUE) instanceof Json.Num(BigDecimal score)
        ? (Double) score.doubleValue()
        : null;
  }
}
