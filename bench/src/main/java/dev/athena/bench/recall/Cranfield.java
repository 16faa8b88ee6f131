package dev.athena.bench.recall;

import dev.athena.bench.recall.Dataset.Item;
import dev.athena.bench.recall.Dataset.Question;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Abstracts on aerodynamics (Cranfield): one fact an abstract. Queries are numbered by their place
 * in the file, as the judgements do; every judged document counts as relevant.
 */
final class Cranfield {
  private Cranfield() {}

  static List<Dataset> read(Path folder) throws IOException {
    List<Item> items = new ArrayList<>();
    for (Map<String, String> record : records(folder.resolve("cran.all.1400"))) {
      String number = record.getOrDefault("I", "");
      String text = record.getOrDefault("T", "") + " " + record.getOrDefault("W", "");
      if (!text.isBlank()) {
        JsonObject memory =
            JsonObject.builder()
                .put("kind", "semantic")
                .put("content", text.strip())
                .put("metadata", JsonObject.builder().put("source", "cran " + number).build())
                .build();
        items.add(new Item(number, memory));
      }
    }
    Map<Integer, Set<String>> relevant = judgements(folder.resolve("cranqrel.correct"));
    List<Question> questions = new ArrayList<>();
    for (Map<String, String> query : records(folder.resolve("cran.qry"))) {
      int place = questions.size() + 1;
      questions.add(
          new Question(
              query.getOrDefault("W", "").strip(),
              "query",
              relevant.getOrDefault(place, Set.of()),
              true));
    }
    return List.of(new Dataset("cranfield", "cran", items, questions));
  }

  private static Map<Integer, Set<String>> judgements(Path file) throws IOException {
    Map<Integer, Set<String>> relevant = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      StringTokenizer fields = new StringTokenizer(line);
      if (fields.countTokens() >= 3) {
        int query = Integer.parseInt(fields.nextToken());
        fields.nextToken();
        relevant.computeIfAbsent(query, _ -> new HashSet<>()).add(fields.nextToken());
      }
    }
    return relevant;
  }

  /** Records begin with a line {@code .I number}; a line of a dot and a letter begins a field. */
  private static List<Map<String, String>> records(Path file) throws IOException {
    List<Map<String, String>> records = new ArrayList<>();
    String field = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(".I")) {
        records.add(new HashMap<>(Map.of("I", line.substring(2).strip())));
        field = "";
      } else if (line.matches("\\.[A-Z]\\s*")) {
        field = line.substring(1, 2);
      } else if (!records.isEmpty()) {
        records.getLast().merge(field, line, (before, more) -> before + " " + more);
      }
    }
    return records;
  }
}
