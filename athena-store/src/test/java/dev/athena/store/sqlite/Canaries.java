package dev.athena.store.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodeStore;
import dev.athena.episodic.EpisodicMemory;
import dev.athena.episodic.RememberEpisode;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Witness;
import dev.athena.index.Writing;
import dev.athena.json.JsonObject;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryStore;
import dev.athena.memory.UsageStore;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProceduralMemory;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.procedural.ProcedureStore;
import dev.athena.procedural.RememberProcedure;
import dev.athena.recall.VectorFiller;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.semantic.SemanticMemory;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.storage.Transaction;
import dev.athena.testkit.SomeExecutions;
import dev.athena.testkit.TestClock;
import dev.athena.testkit.WordsEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Words that occur nowhere else, in everything that a store keeps, and the search for them. */
final class Canaries {
  static final Namespace HERE = Namespace.ofProject("here");

  /** What is looked for; each stands in another place of a memory or execution. */
  static final List<String> WRITTEN =
      Stream.of(
              "content",
              "earlier",
              "tag",
              "source",
              "key",
              "detail",
              "type",
              "event",
              "session",
              "outcome",
              "name",
              "described",
              "category",
              "program",
              "failure",
              "action",
              "target")
          .map(place -> "qzcanary" + place + "xkv")
          .toList();

  /** A change behind the back of the store, and what takes it back. */
  record Change(String made, String undone) {}

  static final List<Change> CHANGES =
      Stream.of(
              "memory happened_at",
              "memory recorded_at",
              "memory revision",
              "memory superseded_at",
              "revision replaced_at",
              "search_row starts_at",
              "search_row length",
              "search_row confidence",
              "execution started_at",
              "execution violations",
              "execution ended_at",
              "violation at",
              "violation severity",
              "change seq",
              "seal memories_to",
              "seal index_version",
              "memory uses")
          .map(each -> each.split(" ", -1))
          .map(each ->
              new Change(
                  "update %s set %s = %s + 1".formatted(each[0], each[1], each[1]),
                  "update %s set %s = %s - 1".formatted(each[0], each[1], each[1])))
          .toList();

  private static final TestClock CLOCK = new TestClock();
  private static final TimeOrderedIds IDS = new TimeOrderedIds(CLOCK, new SplittableRandom(11));
  private static final SemanticMemory SEMANTIC = new SemanticMemory(CLOCK, IDS);
  private static final EpisodicMemory EPISODIC = new EpisodicMemory(CLOCK, IDS);
  private static final ProceduralMemory PROCEDURAL = new ProceduralMemory(CLOCK, IDS);

  private Canaries() {}

  private static String word(String place) {
    return "qzcanary" + place + "xkv";
  }

  /** Writes all of them. */
  static void write(Storage storage) {
    facts(storage);
    JsonObject details = JsonObject.builder().put("more", word("detail")).build();
    var context = new EpisodeContext(word("session"), null, word("outcome"), details);
    var episode =
        EPISODIC.prepare(
            HERE, new RememberEpisode("Saw " + word("content"), word("event"), context));
    storage.write(tx -> EPISODIC.store(tx, episode));
    var metadata = new ProcedureMetadata(word("category"), List.of(word("tag")), details);
    var procedure =
        PROCEDURAL.prepare(
            HERE, new RememberProcedure(word("name"), "Do " + word("described"), metadata));
    storage.write(tx -> PROCEDURAL.store(tx, procedure));
    execution(storage, IDS.next("exe"));
    VectorFiller filler = new VectorFiller(storage, new WordsEmbedder());
    for (int done = filler.doWork(32); done > 0; done = filler.doWork(32)) {
      CLOCK.instant();
    }
  }

  private static void facts(Storage storage) {
    JsonObject details = JsonObject.builder().put("more", word("detail")).build();
    FactMetadata metadata =
        new FactMetadata(
            List.of(word("tag")),
            0.5,
            word("source"),
            word("type"),
            word("key"),
            null,
            null,
            List.of(),
            details);
    for (String content : List.of("Old " + word("content"), "It is " + word("earlier"))) {
      var fact = SEMANTIC.prepare(HERE, new RememberFact(content, metadata));
      storage.write(tx -> SEMANTIC.store(tx, fact));
    }
    Fact present =
        storage
            .<List<Fact>>read(tx -> tx.store(FactStore.class).standing(HERE, word("key")))
            .getFirst();
    var changed =
        SEMANTIC.prepareChange(present, new RememberFact("It is " + word("content"), metadata));
    storage.<Boolean>write(tx -> {
      SEMANTIC.storeChange(tx, changed);
      tx.store(UsageStore.class).add(HERE, Map.of(present.id(), 3L), CLOCK.instant());
      return true;
    });
  }

  private static void execution(Storage storage, String name) {
    ExecutionId id = new ExecutionId(name);
    Instant at = CLOCK.instant();
    ExecutionRecord some = SomeExecutions.running(HERE, id, at);
    ExecutionRecord running =
        new ExecutionRecord(
            id,
            HERE,
            some.principal(),
            some.owner(),
            some.language(),
            word("session"),
            some.preset(),
            JsonObject.builder().put("setting", word("detail")).build(),
            some.sourceHash(),
            "print('" + word("program") + "')",
            at,
            null);
    ExecutionRecord.Ended ended = SomeExecutions.ended(at, Status.OK, 1);
    ExecutionRecord.Ended failed =
        new ExecutionRecord.Ended(
            at, ended.status(), word("failure"), false, ended.calls(), 1, ended.use());
    Violation violation =
        new Violation(
            ViolationKind.NETWORK,
            Severity.HIGH,
            Witness.KERNEL,
            word("action"),
            word("target"),
            at);
    storage.<Boolean>write(tx -> {
      ExecutionStore executions = tx.store(ExecutionStore.class);
      executions.start(running);
      return executions.end(HERE, id, failed, List.of(violation));
    });
  }

  static void remember(Storage storage, String content) {
    var fact = SEMANTIC.prepare(HERE, new RememberFact(content, FactMetadata.NONE));
    storage.write(tx -> SEMANTIC.store(tx, fact));
  }

  /** Removes all that was written. */
  static void forgetAll(Storage storage) {
    storage.<Boolean>write(tx -> {
      for (MemoryStore<?> store : stores(tx)) {
        for (Memory memory : store.page(HERE, Optional.empty(), 10_000)) {
          if (text(store, memory).contains("qzcanary")) {
            Writing.remove(tx, store, HERE, memory.id());
          }
        }
      }
      tx.store(ExecutionStore.class).removeBefore(CLOCK.instant().plusSeconds(1));
      return true;
    });
  }

  /** Returns all canaries that the store tells of. */
  static Set<String> read(Storage storage) {
    return storage.read(tx -> {
      StringBuilder all = new StringBuilder();
      for (MemoryStore<?> store : stores(tx)) {
        for (Memory memory : store.page(HERE, Optional.empty(), 10_000)) {
          all.append(text(store, memory));
        }
      }
      ExecutionStore executions = tx.store(ExecutionStore.class);
      ExecutionFilter every = ExecutionFilter.all(HERE);
      all.append(executions.list(every, 1_000)).append(executions.violations(every, null, null, 9));
      return found(all.toString().getBytes(UTF_8));
    });
  }

  private static String text(MemoryStore<?> store, Memory memory) {
    return memory + store.revisions(HERE, memory.id()).toString();
  }

  private static List<MemoryStore<?>> stores(Transaction tx) {
    return List.of(
        tx.store(EpisodeStore.class), tx.store(FactStore.class), tx.store(ProcedureStore.class));
  }

  /** Seals all that is to be sealed, so many rows at a time; returns how many there were. */
  static int sealAll(SqliteStorage storage, int limit) {
    int all = 0;
    for (int done = storage.sealAnew(limit); done > 0; done = storage.sealAnew(limit)) {
      all += done;
    }
    return all;
  }

  /** Returns all canaries that stand in any file under a folder, in any of several encodings. */
  static Set<String> foundIn(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.addAll(found(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private static Set<String> found(byte[] bytes) {
    String all = new String(bytes, ISO_8859_1);
    Set<String> found = new TreeSet<>();
    for (String canary : WRITTEN) {
      if (written(canary).stream().anyMatch(all::contains)) {
        found.add(canary);
      }
    }
    return found;
  }

  private static List<String> written(String canary) {
    List<String> all = new ArrayList<>();
    for (String spelled : List.of(canary, canary.toUpperCase(Locale.ROOT))) {
      all.add(spelled);
      all.add(new String(spelled.getBytes(UTF_16LE), ISO_8859_1));
      all.add(new String(spelled.getBytes(UTF_16BE), ISO_8859_1));
      all.add(HexFormat.of().formatHex(spelled.getBytes(UTF_8)));
      all.add(HexFormat.of().withUpperCase().formatHex(spelled.getBytes(UTF_8)));
    }
    return all;
  }

  /** Returns how many of the canaries the full-text index lists, under their plain names. */
  static long postingsOf(Path home) throws IOException {
    TermKey keys = new TermKey(HERE);
    List<String> names = WRITTEN.stream().map(word -> TermKey.spell(keys.ofWord(word))).toList();
    byte[] all = Files.readAllBytes(home.resolve("athena.db"));
    String text = new String(all, ISO_8859_1);
    Database database = new Database(home, Layout.MEMORIES, UnaryOperator.identity());
    try (Sql sql = database.openReader()) {
      return names.stream()
          .filter(name ->
              text.contains(name)
                  || sql.number("select count(*) from term_frequency where term = ?", name) > 0)
          .count();
    }
  }
}
