package dev.athena.testkit;

import dev.athena.episodic.EpisodeContext;
import dev.athena.error.AthenaException;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.Answers.MemoryDetails;
import dev.athena.operation.Answers.RecalledEpisode;
import dev.athena.operation.Answers.RecalledFact;
import dev.athena.operation.Answers.RecalledMemory;
import dev.athena.operation.Answers.RememberedEpisode;
import dev.athena.operation.Answers.RememberedFact;
import dev.athena.operation.Answers.RememberedProcedure;
import dev.athena.operation.MemoryApi;
import dev.athena.operation.MemoryOperations;
import dev.athena.operation.Services;
import dev.athena.operation.TimeRange;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.recall.VectorFiller;
import dev.athena.semantic.FactMetadata;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A random sequence of calls on one storage, the same for the same seed: clock and ids are seeded
 * too, so two storages that keep their promises give the same answers, ids included.
 */
final class RandomCalls {
  private static final List<String> WORDS =
      List.of(
          "owl",
          "fox",
          "river",
          "bridge",
          "build",
          "release",
          "deploy",
          "error",
          "timeout",
          "cache",
          "index",
          "vector",
          "alpha",
          "bravo",
          "carol",
          "delta",
          "Zürich",
          "naïve",
          "getUserName",
          "src/main/App.java",
          "v1.2.3",
          "42");
  private static final List<String> NAMES = List.of("Alice", "Bob", "Carol Smith");

  private final Random random;
  private final TestClock clock = new TestClock();
  private final VectorFiller filler;
  private final Services services;
  private final MemoryApi one;
  private final MemoryApi two;
  private final List<MemoryId> known = new ArrayList<>();

  RandomCalls(Storage storage, long seed) {
    this.random = new Random(seed);
    WordsEmbedder embedder = new WordsEmbedder();
    this.filler = new VectorFiller(storage, embedder);
    this.services =
        Services.of(
            new Services.Outside(
                storage,
                embedder,
                clock,
                ZoneOffset.UTC,
                new TimeOrderedIds(clock, new SplittableRandom(seed))),
            failure -> {
              throw failure;
            });
    this.one = api("one");
    this.two = api("two");
  }

  /** Makes the next call and returns what was called and answered. */
  String next() {
    clock.advance(Duration.ofMillis(random.nextInt(3) * 40_000L));
    MemoryApi api = random.nextInt(4) == 0 ? two : one;
    try {
      return switch (random.nextInt(16)) {
        case 0, 1, 2 -> "fact " + remembered(api.rememberSemantic(sentence(), metadata()));
        case 3, 4 -> "episode " + remembered(episode(api));
        case 5 -> "procedure " + remembered(procedure(api));
        case 6 -> "update " + update(api);
        case 7 -> "forget " + api.forget(anyId(), null, false);
        case 8 -> "forget " + api.forget(null, word() + " " + word(), random.nextBoolean());
        case 9 -> "vectors " + filler.doWork(32);
        case 10 -> "get " + details(api.getMemory(anyId()));
        case 11 -> "facts " + facts(api);
        case 12 -> "episodes " + episodes(api);
        case 13 -> "newest " + newest(api);
        case 14 -> "usage " + services.usage().flush();
        default -> "recall " + all(api.recall(question(), 1 + random.nextInt(20), kinds()));
      };
    } catch (AthenaException refused) {
      return refused.code() + ": " + refused.problem();
    }
  }

  private MemoryApi api(String project) {
    return new MemoryOperations(services, new JsonBinder(Map.of()), Namespace.ofProject(project));
  }

  private Object remembered(Object answer) {
    switch (answer) {
      case RememberedFact fact -> known.add(fact.id());
      case RememberedEpisode episode -> known.add(episode.id());
      case RememberedProcedure one -> known.add(one.id());
      default -> throw new IllegalStateException("nothing is remembered by " + answer);
    }
    return answer;
  }

  private FactMetadata metadata() {
    Instant from =
        random.nextInt(4) == 0 ? clock.instant().minusSeconds(random.nextInt(9_000)) : null;
    Instant to =
        random.nextInt(6) == 0 ? clock.instant().plusSeconds(1 + random.nextInt(600)) : null;
    return new FactMetadata(
        random.nextInt(3) == 0 ? List.of(word(), word()) : List.of(),
        random.nextInt(11) / 10.0,
        random.nextInt(5) == 0 ? word() : null,
        random.nextInt(5) == 0 ? "decision" : "fact",
        random.nextInt(4) == 0 ? "key." + random.nextInt(4) : null,
        from,
        to,
        random.nextInt(8) == 0 ? facts() : List.of(),
        JsonObject.EMPTY);
  }

  private List<MemoryId> facts() {
    MemoryId id = anyId();
    return id.kind() == MemoryKind.SEMANTIC ? List.of(id) : List.of();
  }

  private Object episode(MemoryApi api) {
    Instant at =
        random.nextInt(3) == 0 ? clock.instant().minusSeconds(random.nextInt(200_000)) : null;
    JsonObject details =
        random.nextInt(3) == 0
            ? JsonObject.builder().put("tool", word()).put("output", sentence()).build()
            : JsonObject.EMPTY;
    String said = random.nextInt(3) == 0 ? name() + ": " + sentence() : sentence();
    return api.rememberEpisodic(
        said,
        random.nextInt(3) == 0 ? "error" : "action",
        new EpisodeContext(
            random.nextInt(4) == 0 ? null : "session " + random.nextInt(3),
            at,
            random.nextInt(3) == 0 ? "failure" : null,
            details));
  }

  private Object procedure(MemoryApi api) {
    return api.rememberProcedural(
        "procedure_" + random.nextInt(6),
        sentence(),
        new ProcedureMetadata(
            random.nextBoolean() ? word() : null, List.of(word()), JsonObject.EMPTY));
  }

  private Object update(MemoryApi api) {
    JsonObject patch =
        switch (random.nextInt(7)) {
          case 0 -> JsonObject.builder().put("tags", Json.ofTexts(List.of(word()))).build();
          case 1 -> JsonObject.builder().put("note", sentence()).build();
          case 2 -> JsonObject.builder().put("key", "key." + random.nextInt(4)).build();
          case 3 -> JsonObject.builder().put("valid_from", past()).build();
          case 4 -> JsonObject.builder().put("valid_to", past()).build();
          case 5 -> JsonObject.builder().put("supersedes", Json.ofTexts(List.of())).build();
          default -> JsonObject.EMPTY;
        };
    return api.updateMemory(anyId(), random.nextBoolean() ? sentence() : null, patch);
  }

  private String past() {
    return clock.instant().minusSeconds(random.nextInt(9_000)).toString();
  }

  private String details(MemoryDetails details) {
    return "%s %s r%d uses %d at %s by %s over %s was %s"
        .formatted(
            details.id(),
            details.content(),
            details.revision(),
            details.accessCount(),
            details.lastAccessAt(),
            details.supersededBy(),
            details.superseded(),
            details.history().stream()
                .map(old -> old.revision() + old.content() + old.replacedAt())
                .toList());
  }

  private String facts(MemoryApi api) {
    Instant asOf =
        random.nextBoolean() ? null : clock.instant().minusSeconds(random.nextInt(2_000));
    List<String> tags = random.nextInt(4) == 0 ? List.of(word()) : null;
    StringBuilder out = new StringBuilder();
    for (RecalledFact fact :
        api.recallSemantic(
            question(), 1 + random.nextInt(20), random.nextInt(8) / 10.0, tags, asOf)) {
      out.append(fact).append('\n');
    }
    return out.toString();
  }

  private String episodes(MemoryApi api) {
    return lines(
        api.recallEpisodic(
            range(),
            random.nextInt(4) == 0 ? "error" : null,
            question(),
            random.nextInt(4) == 0 ? "session 1" : null,
            1 + random.nextInt(20)));
  }

  private String newest(MemoryApi api) {
    return lines(
        api.recallEpisodic(
            range(),
            random.nextInt(3) == 0 ? "error" : null,
            null,
            random.nextInt(3) == 0 ? "session 2" : null,
            1 + random.nextInt(50)));
  }

  private static String lines(List<RecalledEpisode> episodes) {
    StringBuilder out = new StringBuilder();
    episodes.forEach(episode -> out.append(episode).append('\n'));
    return out.toString();
  }

  private static String all(List<RecalledMemory> found) {
    StringBuilder out = new StringBuilder();
    found.forEach(memory -> out.append(memory).append('\n'));
    return out.toString();
  }

  private @Nullable TimeRange range() {
    return switch (random.nextInt(4)) {
      case 0 -> new TimeRange.Last(Duration.ofHours(1 + random.nextInt(48)));
      case 1 -> TimeRange.Calendar.YESTERDAY;
      default -> null;
    };
  }

  private @Nullable List<MemoryKind> kinds() {
    return switch (random.nextInt(3)) {
      case 0 -> List.of(MemoryKind.EPISODIC);
      case 1 -> List.of(MemoryKind.SEMANTIC, MemoryKind.PROCEDURAL);
      default -> null;
    };
  }

  private MemoryId anyId() {
    return known.isEmpty() ? new MemoryId("mem_none") : known.get(random.nextInt(known.size()));
  }

  private String question() {
    return switch (random.nextInt(5)) {
      case 0 -> "What did " + name() + " say about the " + word() + "?";
      case 1 -> "What happened yesterday with the " + word() + " " + word();
      case 2 -> sentence();
      default -> word() + " " + word();
    };
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder(word());
    int words = 1 + random.nextInt(9);
    for (int i = 0; i < words; i++) {
      sentence.append(' ').append(word());
    }
    return sentence.toString();
  }

  private String word() {
    return WORDS.get(random.nextInt(1 + random.nextInt(WORDS.size())));
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }
}
