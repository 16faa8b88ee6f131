package dev.athena.bench.privacy;

import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.Use;
import dev.athena.privacy.Vault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A memory in which pseudonyms stand for addresses, numbers and names, asked by what they stand
 * for.
 */
final class ByIdentifier implements AutoCloseable {
  private static final int PERSONS = 500;
  private static final int BATCH = 500;
  private static final int DEPTH = 10;
  private static final int VALUES_AT_ONCE = 100;
  private static final int LOOKUPS = 5_000;
  private static final Caller CALLER = Caller.local(Namespace.ofProject("bench"));

  private final BenchHome home = BenchHome.create();
  private final Engine engine = BenchHome.openEngine(home.folder());
  private final Consumer<String> out;

  ByIdentifier(Consumer<String> out) throws IOException {
    this.out = out;
  }

  /** Remembers everybody among {@code notes}, and asks for each. */
  void ask(List<String> notes) {
    declareNames();
    remember(notes);
    List<String> ids =
        remember(IntStream.range(0, PERSONS).mapToObj(i -> Person.of(i).memory(i)).toList());
    engine.background().fillVectors();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      Person person = Person.of(i);
      List<String> ranking = recall(person.question(i));
      answers.add(new Answer(person.kind(), ranking.indexOf(ids.get(i))));
    }
    for (Person.Kind kind : Person.Kind.values()) {
      tell("by " + kind.told(), answers.stream().filter(one -> one.kind() == kind).toList());
    }
    tell("by any of them", answers);
  }

  /**
   * What came of one question.
   *
   * @param rank where the memory was, from 0; -1 if it was not there
   */
  private record Answer(Person.Kind kind, int rank) {}

  /** Looks up so many values that the vault is given first. */
  void lookUp(int values) {
    String tenant = CALLER.namespace().tenant();
    List<Pseudonym> pseudonyms = new ArrayList<>();
    for (int from = 0; from < values; from += VALUES_AT_ONCE) {
      StringBuilder text = new StringBuilder();
      for (int i = from; i < Math.min(values, from + VALUES_AT_ONCE); i++) {
        text.append("someone%d@ledger.example.org ".formatted(i));
      }
      String redacted = engine.privacy().text(tenant, text.toString(), Use.STORED).value();
      Pseudonym.in(redacted).forEach(place -> pseudonyms.add(place.pseudonym()));
    }
    if (pseudonyms.size() != values) {
      throw new IllegalStateException(
          "of %d values, %d got pseudonyms".formatted(values, pseudonyms.size()));
    }
    Consumer<Integer> look =
        i ->
            engine
                .privacy()
                .vault()
                .read(tx -> tx.store(Vault.class).find(tenant, at(pseudonyms, i)).orElseThrow());
    IntStream.range(0, LOOKUPS).forEach(look::accept);
    out.accept(
        "look up one of %,d values in the vault: %s"
            .formatted(values, Timing.of(LOOKUPS, look::accept).told()));
  }

  private static Pseudonym at(List<Pseudonym> all, int i) {
    return all.get((int) (i * 7_919L % all.size()));
  }

  private void declareNames() {
    List<Json> names = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      if (Person.of(i).kind() == Person.Kind.NAME) {
        names.add(Json.of(Person.of(i).written()));
      }
    }
    JsonObject arguments = JsonObject.builder().put("names", new JsonArray(names)).build();
    engine.operations().call(CALLER, "enable_auto_tokenization", arguments);
  }

  private List<String> remember(List<String> texts) {
    List<String> ids = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<Json> items =
          texts.subList(from, Math.min(texts.size(), from + BATCH)).stream()
              .map(text ->
                  (Json) JsonObject.builder().put("kind", "episodic").put("content", text).build())
              .toList();
      JsonObject arguments = JsonObject.builder().put("items", new JsonArray(items)).build();
      ids.addAll(ids(engine.operations().call(CALLER, "remember_many", arguments)));
    }
    return ids;
  }

  private List<String> recall(String question) {
    JsonObject arguments = JsonObject.builder().put("query", question).put("limit", DEPTH).build();
    return ids(engine.operations().call(CALLER, "recall", arguments));
  }

  private static List<String> ids(Json answer) {
    return ((JsonArray) answer)
        .values().stream().map(one -> ((JsonObject) one).text("id").orElse("")).toList();
  }

  private void tell(String what, List<Answer> answers) {
    double percent = 100.0 / answers.size();
    out.accept(
        String.format(
            Locale.ROOT,
            "asked %s: %d questions, %.1f %% found first, %.1f %% among %d",
            what,
            answers.size(),
            percent * answers.stream().filter(one -> one.rank() == 0).count(),
            percent * answers.stream().filter(one -> one.rank() >= 0).count(),
            DEPTH));
  }

  @Override
  public void close() throws IOException {
    engine.close();
    home.close();
  }
}
