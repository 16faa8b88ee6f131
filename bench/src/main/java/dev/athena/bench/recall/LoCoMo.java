package dev.athena.bench.recall;

import dev.athena.bench.recall.Dataset.Item;
import dev.athena.bench.recall.Dataset.Question;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Long conversations of two people (LoCoMo): one episode a turn, one project a conversation. */
final class LoCoMo {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("h:mm a 'on' d MMMM, uuuu")
          .toFormatter(Locale.ENGLISH);

  private LoCoMo() {}

  static List<Dataset> read(Path folder) throws IOException {
    TreeMap<String, List<Item>> turns = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("turns.jsonl"))) {
      JsonObject turn = JsonCodec.readObject(line);
      turns.computeIfAbsent(text(turn, "conversation"), _ -> new ArrayList<>()).add(item(turn));
    }
    TreeMap<String, List<Question>> questions = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("questions.jsonl"))) {
      JsonObject question = JsonCodec.readObject(line);
      questions
          .computeIfAbsent(text(question, "conversation"), _ -> new ArrayList<>())
          .add(question(question));
    }
    return turns.entrySet().stream()
        .map(entry ->
            new Dataset(
                "locomo",
                entry.getKey(),
                entry.getValue(),
                questions.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  private static Item item(JsonObject turn) {
    String caption = turn.text("image_caption").map(text -> " [" + text + "]").orElse("");
    LocalDateTime time = LocalDateTime.parse(text(turn, "time"), TIME);
    JsonObject context =
        JsonObject.builder()
            .put("session_id", text(turn, "conversation") + "/" + turn.whole("session").orElse(0L))
            .put("timestamp", time.toInstant(ZoneOffset.UTC).toString())
            .put("turn", text(turn, "turn"))
            .build();
    JsonObject memory =
        JsonObject.builder()
            .put("kind", "episodic")
            .put("content", text(turn, "speaker") + ": " + text(turn, "text") + caption)
            .put("event_type", "conversation")
            .put("context", context)
            .build();
    return new Item(text(turn, "turn"), memory);
  }

  private static Question question(JsonObject question) {
    Set<String> evidence =
        question.array("evidence").stream()
            .flatMap(array -> array.values().stream())
            .map(value -> value instanceof Json.Text(String id) ? id : "")
            .collect(Collectors.toSet());
    String category = text(question, "category");
    return new Question(
        text(question, "question"), category, evidence, !category.equals("adversarial"));
  }

  private static String text(JsonObject object, String name) {
    return object.text(name).orElse("");
  }
}
