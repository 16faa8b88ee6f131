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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Facts that somebody drew from the data: numbers of contacts, and answers to questions. */
final class TaskFacts {
  /** From so many messages on, a contact is a regular one. */
  private static final int REGULAR_MIN = 10;

  /** The most numbers of a regular contact that are facts about regular ones. */
  private static final int REGULAR_NUMBERS_MAX = 4;

  private TaskFacts() {}

  /** Returns a fact for each spelling of each contact's number. */
  static List<JsonObject> contacts(Path folder) throws IOException {
    JsonArray messages =
        (JsonArray) JsonCodec.read(Files.readString(find(folder, "QA_clean.json", "sms.json")));
    Map<String, Integer> counts = new HashMap<>();
    for (Json one : messages.values()) {
      counts.merge(text((JsonObject) one, "contactName"), 1, Integer::sum);
    }
    Map<String, Set<String>> numbers = new LinkedHashMap<>();
    List<JsonObject> facts = new ArrayList<>();
    for (Json one : messages.values()) {
      String name = text((JsonObject) one, "contactName");
      String number = text((JsonObject) one, "phoneNumber");
      Set<String> known = numbers.computeIfAbsent(name, _ -> new HashSet<>());
      if (!name.isEmpty() && !number.isEmpty() && known.add(number)) {
        boolean often = counts.getOrDefault(name, 0) >= REGULAR_MIN;
        facts.add(contact(name, number, often && known.size() <= REGULAR_NUMBERS_MAX));
      }
    }
    return facts;
  }

  /** Returns a fact for each answered question about a conversation, with the turn it is from. */
  static List<JsonObject> answers(Path folder, Dataset conversation) throws IOException {
    List<JsonObject> facts = new ArrayList<>();
    for (String line : Files.readAllLines(find(folder, "turns.jsonl", "questions.jsonl"))) {
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

  private static JsonObject contact(String name, String number, boolean regular) {
    String content = "%s's phone number is %s.".formatted(name, number);
    String source = "messages of " + name;
    return regular ? fact(content, source, "contact", "regular") : fact(content, source, "contact");
  }

  private static JsonObject fact(String content, String source, String... tags) {
    JsonObject metadata =
        JsonObject.builder().put("tags", Json.ofTexts(List.of(tags))).put("source", source).build();
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

  /** Returns the file {@code name} beside {@code mark}, in a folder or one level below. */
  private static Path find(Path folder, String mark, String name) throws IOException {
    try (Stream<Path> below = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), below.sorted())
          .filter(one -> Files.exists(one.resolve(mark)))
          .map(one -> one.resolve(name))
          .findFirst()
          .orElseThrow(() -> new IOException(mark + " is missing in " + folder));
    }
  }
}
