package dev.athena.bench.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A memory of made-up facts to be read and searched. */
record Facts(List<String> ids) {
  private static final List<String> PLACES =
      List.of("Lisbon", "Oslo", "Nairobi", "Quito", "Hanoi", "Perth", "Cusco", "Turin");

  private static final List<String> SUBJECTS =
      List.of("billing", "search", "invoices", "login", "exports", "backups", "alerts");

  Facts {
    ids = List.copyOf(ids);
  }

  /** Remembers {@code count} facts and waits for their vectors. */
  static Facts in(Scratch athena, int count) {
    List<Json> items =
        IntStream.range(0, count)
            .mapToObj(number ->
                (Json)
                    JsonObject.builder()
                        .put("kind", "semantic")
                        .put("content", sentence(number))
                        .build())
            .toList();
    JsonObject arguments = JsonObject.builder().put("items", new JsonArray(items)).build();
    JsonArray receipts = (JsonArray) athena.call("remember_many", arguments);
    athena.engine().background().fillVectors();
    List<String> ids = new ArrayList<>();
    for (Json receipt : receipts.values()) {
      ids.add(((JsonObject) receipt).text("id").orElseThrow());
    }
    return new Facts(ids);
  }

  /** Returns so many ids, all different as far as there are enough. */
  List<String> some(int count) {
    return IntStream.range(0, count).mapToObj(i -> ids.get(i * 7 % ids.size())).toList();
  }

  /** Returns so many questions, of which {@code from} is the number of the first. */
  static List<String> questions(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> "Where does service %d of %s run?".formatted(i, subject(i)))
        .toList();
  }

  private static String sentence(int number) {
    String place = PLACES.get(number / 3 % PLACES.size());
    return "Service %d of %s runs in %s on port %d."
        .formatted(number, subject(number), place, 2_000 + number);
  }

  private static String subject(int number) {
    return SUBJECTS.get(number % SUBJECTS.size());
  }
}
