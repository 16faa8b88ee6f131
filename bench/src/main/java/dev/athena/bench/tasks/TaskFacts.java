package dev.athena.bench.tasks;

import dev.athena.bench.recall.Dataset;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Facts that somebody drew from the data: numbers of contacts, and answers to questions. */
final class TaskFacts {
  /** Who wrote less often than this is in nobody's address book. */
  private static final int MESSAGES_MIN = 3;

  private TaskFacts() {}

  /** Returns a fact for each spelling of each contact's number. */
  static Collection<JsonObject> contacts(Path folder) throws IOException {
    JsonArray messages = (JsonArray) JsonCodec.read(Files.readString(find(folder, "sms.json")));
    Map<String, Integer> counts = new HashMap<>();
    Map<String, JsonObject> facts = new LinkedHashMap<>();
    for (Json one : messages.values()) {
      counts.merge(text((JsonObject) one, "contactName"), 1, Integer::sum);
    }
    for (Json one : messages.values()) {
      JsonObject message = (JsonObject) one;
      String name = text(message, "contactName");
      String number = text(message, "phoneNumber");
      if (!number.isEmpty() && counts.getOrDefault(name, 0) >= MESSAGES_MIN) {
        String content = "%s's phone number is %s.".formatted(name, number);
        facts.putIfAbsent(content, fact(content, "messages of " + name, "contact"));
      }
    }
    return facts.values();
  }

  /** Returns a fact for each answered question about a conversation, with the turn it is from. */
  static List<JsonObject> answers(Path folder, Dataset conversation) throws IOException {
    List<JsonObject> facts = new ArrayList<>();
    for (String line : Files.readAllLines(find(folder, "questions.jsonl"))) {
      JsonObject question = JsonCodec.readObject(line);
      List<String> evidence = texts(question.array("evidence").orElse(JsonArray.EMPTY));
      boolean about = text(question, "conversation").equals(conversation.collection());
      if (about && !text(question, "category").equals("adversarial") && evidence.size() == 1) {
        String turn = evidence.getFirst();
        String session = turn.replaceFirst("^D(\\d+):.*$", "$1");
        facts.add(
            fact(
                text(question, "question") + " " + answer(question),
                "%s/%s %s".formatted(conversation.collection(), session, turn),
                conversation.collection(),
                text(question, "category")));
      }
    }
    return facts;
  }

  private static JsonObject fact(String content, String source, String... tags) {
    JsonObject metadata =
        JsonObject.builder()
            .put("tags", Json.ofTexts(List.of(tags)))
            .put("source", source)
            .build();
    return JsonObject.builder()
        .put("kind", "semantic")
        .put("content", content)
        .put("metadata", metadata)
        .build();
  }

  private static String answer(JsonObject question) {
    return switch (question.find("answer").orElse(Json.Null.VALUE)) {
      case Json.Text(String text) -> text;
      case Json other -> JsonCodec.write(other);
    };
  }

  private static List<String> texts(JsonArray array) {
    return array.values().stream()
        .map(value -> value instanceof Json.Text(String text) ? text : "")
        .toList();
  }

  private static String text(JsonObject object, String name) {
    return object.text(name).orElse("");
  }

  /** Returns a file of {@code folder} itself or one level below. */
  private static Path find(Path folder, String name) throws IOException {
    if (Files.exists(folder.resolve(name))) {
      return folder.resolve(name);
    }
    try (Stream<Path> below = Files.list(folder)) {
      return below
          .map(one -> one.resolve(name))
          .filter(Files::exists)
          .sorted()
          .findFirst()
          .orElseThrow(() -> new IOException(name + " is missing in " + folder));
    }
  }
}
