package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.index.IndexStore;
import dev.athena.index.PendingEntry;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.semantic.SemanticMemory;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the file is opened, shared, refused and closed. */
final class SqliteFileTest {
  private static final Namespace HERE = Namespace.ofProject("here");

  private final TestClock clock = new TestClock();
  private final SemanticMemory semantic =
      new SemanticMemory(clock, new TimeOrderedIds(clock, new SplittableRandom(5)));

  @TempDir private Path home;

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(home)).isEmpty();
  }

  @Test
  void everyWriteReachesTheDiskAndForeignKeysAreKept() {
    SqliteStorage.open(home).close();

    try (Sql writer = database().openWriter()) {
      assertThat(writer.first("pragma journal_mode", row -> row.getString(1))).contains("wal");
      assertThat(writer.number("pragma synchronous")).isEqualTo(2); // FULL
      assertThat(writer.number("pragma foreign_keys")).isEqualTo(1);
      assertThat(writer.number("pragma page_size")).isEqualTo(8_192);
      assertThat(writer.number("pragma busy_timeout")).isEqualTo(60_000);
    }
  }

  @Test
  void aReaderCannotWrite() {
    SqliteStorage.open(home).close();

    try (Sql reader = database().openReader()) {
      assertThatThrownBy(() -> reader.update("delete from memory"))
          .isInstanceOf(StorageFailure.class)
          .cause()
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void writingInAReadTransactionFailsAndLeavesTheStoreWorking() {
    try (Storage storage = SqliteStorage.open(home)) {
      var prepared = semantic.prepare(HERE, new RememberFact("An owl.", FactMetadata.NONE));

      assertThatThrownBy(() -> storage.read(tx -> semantic.store(tx, prepared)))
          .isInstanceOf(StorageFailure.class);

      remember(storage, "A fox.");
      assertThat(count(storage)).isEqualTo(1);
    }
  }

  @Test
  void theSchemaIsMadeOnceWhenManyOpenAtTheSameTime() throws Exception {
    int openers = 8;
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(openers)) {
      List<Future<Boolean>> opened = new ArrayList<>();
      for (int i = 0; i < openers; i++) {
        String content = "Written by opener " + i;
        opened.add(
            pool.submit(() -> {
              go.await();
              try (Storage storage = SqliteStorage.open(home)) {
                remember(storage, content);
                return true;
              }
            }));
      }
      go.countDown();
      for (Future<Boolean> one : opened) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
      }
    }

    try (Sql sql = database().openWriter()) {
      assertThat(sql.number("select count(*) from flyway_schema_history"))
          .as("one row for each version")
          .isEqualTo(Migrations.LATEST);
      assertThat(sql.number("select count(*) from memory")).isEqualTo(openers);
    }
    Invariants.check(home);
  }

  @Test
  void twoStoragesOfOneProcessTakeTurns() throws Exception {
    try (Storage one = SqliteStorage.open(home);
        Storage other = SqliteStorage.open(home);
        ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Storage storage = t % 2 == 0 ? one : other;
        String name = "Thread " + t + " wrote ";
        done.add(
            pool.submit(() -> {
              for (int i = 0; i < 25; i++) {
                remember(storage, name + i);
              }
              return true;
            }));
      }
      for (Future<Boolean> each : done) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(count(one)).isEqualTo(100);
      assertThat(count(other)).isEqualTo(100);
    }
  }

  @Test
  void aNewerSchemaIsRefusedAndTheFileIsLeftAsItIs() throws IOException {
    try (Storage storage = SqliteStorage.open(home)) {
      remember(storage, "An owl.");
    }
    try (Sql sql = database().openWriter()) {
      sql.execute("pragma user_version = 999");
    }
    byte[] before = Files.readAllBytes(home.resolve("athena.db"));

    assertThatThrownBy(() -> SqliteStorage.open(home))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("newer Athena")
        .hasMessageContaining("999");

    assertThat(Files.readAllBytes(home.resolve("athena.db"))).isEqualTo(before);
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(home.resolve("athena.db"), "This is not a database. ".repeat(1_000));

    assertThatThrownBy(() -> SqliteStorage.open(home)).isInstanceOf(StorageFailure.class);
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "x");

    assertThatThrownBy(() -> SqliteStorage.open(file))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("folder");
    assertThatThrownBy(() -> SqliteStorage.open(file.resolve("below")))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("folder");
  }

  @Test
  void aLockFileThatIsAFolderIsRefused() throws IOException {
    Files.createDirectories(home.resolve("write.lock"));

    assertThatThrownBy(() -> SqliteStorage.open(home))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("lock file");
  }

  @Test
  void aFullDiskIsAFailureAndWhatWasThereStays() throws SQLException {
    List<Connection> connections = new ArrayList<>();
    UnaryOperator<Connection> noted =
        connection -> {
          connections.add(connection);
          return connection;
        };
    try (Storage storage = SqliteStorage.open(home, null, noted)) {
      remember(storage, "Written before.");
      Connection writer = connections.getFirst();
      pragma(writer, "pragma max_page_count = 1"); // as many as there are now
      String large = "large ".repeat(1_300);

      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 50; i++) {
                  remember(storage, large + i);
                }
              })
          .isInstanceOf(StorageFailure.class)
          .hasStackTraceContaining("full");

      assertThat(count(storage)).isPositive();
      long before = count(storage);
      for (Connection connection : connections) {
        if (!connection.isClosed()) {
          pragma(connection, "pragma max_page_count = 1000000");
        }
      }
      remember(storage, "Written after.");
      assertThat(count(storage)).isEqualTo(before + 1);
    }
    Invariants.check(home);
  }

  @Test
  void closingWaitsForThoseWhoRead() throws Exception {
    Storage storage = SqliteStorage.open(home);
    remember(storage, "An owl.");
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<Long> read =
          pool.submit(() ->
              storage.read(tx -> {
                reading.countDown();
                awaitQuietly(goOn);
                return tx.store(FactStore.class).count(HERE);
              }));
      assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
      Future<Boolean> close =
          pool.submit(() -> {
            storage.close();
            return true;
          });
      goOn.countDown();

      assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(close.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void manyThreadsMayCloseAtOnce() throws Exception {
    Storage storage = SqliteStorage.open(home);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        done.add(
            pool.submit(() -> {
              storage.close();
              return true;
            }));
      }
      for (Future<Boolean> each : done) {
        assertThat(each.get(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void oneOfTwoStoragesIsClosedAndTheOtherWorksOn() {
    try (Storage one = SqliteStorage.open(home)) {
      SqliteStorage.open(home).close();

      remember(one, "An owl.");

      assertThat(count(one)).isEqualTo(1);
    }
  }

  @Test
  void aStoreOfTheFirstSchemaIsBroughtUpToDate() {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + database().file(), null, null)
        .locations("classpath:dev/athena/store/sqlite")
        .target("1")
        .load()
        .migrate();
    try (Sql sql = database().openWriter()) {
      sql.execute(
          """
          insert into memory (seq, id, tenant, project, kind, content, fields, happened_at,
            recorded_at, revision)
          values (7, 'mem_old', 'local', 'here', 'semantic', 'An owl.', '{}', 0, 0, 1)
          """);
      sql.execute(
          """
          insert into search_row (seq, tenant, project, kind, starts_at, confidence, length, model,
            bits)
          values (7, 'local', 'here', 1, 0, 1, 1, 'words-1', zeroblob(48))
          """);
      sql.execute("insert into vector values (7, 'local', 'here', zeroblob(768))");
      sql.execute("insert into setting values ('embedding.model', 'words-1')");
    }

    try (Storage storage = SqliteStorage.open(home)) {
      PendingEntry pending = new PendingEntry(HERE, new MemoryId("mem_old"), 1);
      assertThat(storage.<List<PendingEntry>>read(tx -> tx.store(IndexStore.class).pending(9)))
          .containsExactly(pending);
      assertThat(storage.<Optional<String>>read(tx -> tx.store(IndexStore.class).adoptedModel()))
          .isEmpty();
      assertThat(count(storage)).isEqualTo(1);
    }
    try (Sql sql = database().openReader()) {
      assertThat(sql.number("select count(*) from vector")).isZero();
    }
  }

  @Test
  void theHistoryOfAKeyIsReadByItsIndexAndNotSorted() {
    SqliteStorage.open(home).close();

    try (Sql sql = database().openReader()) {
      for (String query : List.of(SqliteFactStore.LAST_BEGUN, SqliteFactStore.FIRST_BEGUN)) {
        assertThat(sql.list("explain query plan " + query, row -> row.getString("detail")))
            .singleElement()
            .asString()
            .contains("memory_name", "name=?", "happened_at");
      }
    }
  }

  private Database database() {
    return new Database(home, Layout.MEMORIES, UnaryOperator.identity());
  }

  private void remember(Storage storage, String content) {
    var prepared = semantic.prepare(HERE, new RememberFact(content, FactMetadata.NONE));
    storage.write(tx -> semantic.store(tx, prepared));
  }

  private static long count(Storage storage) {
    return storage.read(tx -> tx.store(FactStore.class).count(HERE));
  }

  private static void pragma(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
