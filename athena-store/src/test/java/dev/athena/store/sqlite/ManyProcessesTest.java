package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.episodic.EpisodeStore;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryStore;
import dev.athena.procedural.ProcedureStore;
import dev.athena.semantic.FactStore;
import dev.athena.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one home: some are killed while they write, many write at once. */
final class ManyProcessesTest {
  private static final long SEED = Long.getLong("athena.seed", 20_261_122L);

  /** A quick run by default; the whole of it is 100. */
  private static final int ROUNDS = Integer.getInteger("athena.kills", 25);

  private static final int ROUNDS_OF_ONE_HOME = 10;
  private static final int CROWD = 10;
  private static final int EACH = 200;

  @TempDir private Path work;

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(work)).isEmpty();
  }

  @Test
  void whatWasAcknowledgedOutlivesAKilledProcess() throws Exception {
    Random random = new Random(SEED);
    long acknowledged = 0;
    Set<MemoryId> added = new HashSet<>();
    Set<MemoryId> mayBeGone = new HashSet<>();
    List<Child> next = twoWriters(0);
    for (int round = 0; round < ROUNDS; round++) {
      List<Child> writers = next;
      next = round + 1 < ROUNDS ? twoWriters(round + 1) : List.of();
      writers.forEach(writer -> writer.hearUntil("ready"));
      writers.forEach(Child::tell);
      for (Child writer : writers) {
        note(writer.hearUntil(ChildMemory.ADDED), added, mayBeGone);
      }
      pause(random.nextInt(250));
      for (Child writer : writers) {
        note(writer.kill(), added, mayBeGone);
        assertThat(writer.errors()).as("seed %d, round %d", SEED, round).isEmpty();
        writer.close();
      }
      check(home(round), added, mayBeGone, round);
      if ((round + 1) % ROUNDS_OF_ONE_HOME == 0 || round + 1 == ROUNDS) {
        acknowledged += added.size();
        added.clear();
        mayBeGone.clear();
      }
    }
    report(
        "%d kills of two writers, %d memories acknowledged, none lost"
            .formatted(ROUNDS, acknowledged));
  }

  @Test
  void tenProcessesShareOneHome() {
    Path home = work.resolve("crowd");
    List<String> names = IntStream.range(0, CROWD).mapToObj(ManyProcessesTest::name).toList();
    List<Child> crowd = new ArrayList<>();
    try {
      for (String name : names) {
        crowd.add(
            Child.start(
                work, home.toString(), name, String.join(",", names), Integer.toString(EACH)));
      }
      crowd.forEach(child -> child.hearUntil("ready"));
      crowd.forEach(Child::tell);
      List<Long> millis = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (Child child : crowd) {
        List<String> said = child.hearUntil("wrote in ");
        millis.add(Long.parseLong(said.removeLast().substring("wrote in ".length())));
        ids.addAll(said);
      }
      crowd.forEach(Child::tell);
      for (Child child : crowd) {
        child.hearUntil("found all");
        int exit = child.await();
        assertThat(child.errors()).isEmpty();
        assertThat(exit).isZero();
      }
      assertThat(ids).hasSize(CROWD * EACH);
      try (Storage storage = SqliteStorage.open(home)) {
        long count = storage.read(tx -> tx.store(FactStore.class).count(ChildMemory.PROJECT));
        assertThat(count).isEqualTo((long) CROWD * EACH);
      }
      Invariants.check(home);
      checkSchemaWasMadeOnce(home);
      millis.sort(null);
      report(
          "%d processes wrote %d each: fastest %d ms, slowest %d ms"
              .formatted(CROWD, EACH, millis.getFirst(), millis.getLast()));
      assertThat(millis.getLast())
          .as("the slowest, by %s", millis)
          .isLessThan(5 * millis.getFirst() + 1_000);
    } finally {
      crowd.forEach(Child::close);
    }
  }

  private static void checkSchemaWasMadeOnce(Path home) {
    Database database = new Database(home, Layout.MEMORIES, UnaryOperator.identity());
    try (Sql sql = database.openReader()) {
      assertThat(sql.number("select count(*) from flyway_schema_history"))
          .as("one row for each version")
          .isEqualTo(Migrations.LATEST);
    }
  }

  private List<Child> twoWriters(int round) {
    String home = home(round).toString();
    return List.of(
        Child.start(work, home, "ann" + name(round), "forever"),
        Child.start(work, home, "bob" + name(round), "forever"));
  }

  private Path home(int round) {
    return work.resolve("home-" + round / ROUNDS_OF_ONE_HOME);
  }

  private static void note(List<String> said, Set<MemoryId> added, Set<MemoryId> mayBeGone) {
    for (String line : said) {
      MemoryId id = new MemoryId(line.substring(1));
      if (line.startsWith(ChildMemory.ADDED)) {
        added.add(id);
      } else {
        mayBeGone.add(id);
      }
    }
  }

  private static void check(Path home, Set<MemoryId> added, Set<MemoryId> mayBeGone, int round) {
    Set<MemoryId> wanted = new HashSet<>(added);
    wanted.removeAll(mayBeGone);
    try (Storage storage = SqliteStorage.open(home)) {
      assertThat(there(storage, wanted))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(wanted.size());
    }
    Invariants.check(home);
  }

  private static int there(Storage storage, Collection<MemoryId> ids) {
    return storage.read(tx -> {
      int there = 0;
      for (MemoryKind kind : MemoryKind.values()) {
        MemoryStore<?> store =
            switch (kind) {
              case EPISODIC -> tx.store(EpisodeStore.class);
              case SEMANTIC -> tx.store(FactStore.class);
              case PROCEDURAL -> tx.store(ProcedureStore.class);
            };
        there += store.find(ChildMemory.PROJECT, ids).size();
      }
      return there;
    });
  }

  /** Lets time pass: the moment of the kill is the point of the test. */
  private static void pause(int millis) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }

  private static void report(String line) {
    try {
      Files.writeString(
          Path.of("target", "many-processes.txt"),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name of letters only, so that it is one word. */
  private static String name(int i) {
    return "q" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "z";
  }
}
