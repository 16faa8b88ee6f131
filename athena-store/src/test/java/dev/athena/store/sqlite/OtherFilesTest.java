package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.athena.storage.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the place of a store and is none: told as what it is, and left as it was. */
final class OtherFilesTest {
  @TempDir private Path home;

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(home)).isEmpty();
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAsItWas() throws IOException {
    for (int length : List.of(2, 99, 100, 511, 512, 20_000)) {
      Path file = Files.writeString(file(), "n".repeat(length));

      assertRefused(() -> SqliteStorage.open(home), "athena.db is no SQLite database");
      assertRefused(() -> StoreInspection.of(home), "athena.db is no SQLite database");
      assertThat(file).hasContent("n".repeat(length));
    }
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAsItWas() throws IOException, SQLException {
    for (int version : List.of(0, Migrations.LATEST)) {
      Files.deleteIfExists(file());
      run("create table note (text)", "pragma user_version = " + version);
      byte[] before = Files.readAllBytes(file());

      assertRefused(() -> SqliteStorage.open(home), "the database of another program");
      assertRefused(() -> StoreInspection.of(home), "the database of another program");
      assertThat(file()).hasBinaryContent(before);
    }
  }

  @Test
  void aFolderInThePlaceOfTheFileIsTold() throws IOException {
    Files.createDirectories(file());

    assertRefused(() -> SqliteStorage.open(home), "athena.db is a folder");
    assertRefused(() -> StoreInspection.of(home), "athena.db is a folder");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsLeftAsItWas() throws IOException {
    Path file = Files.writeString(home.resolve("store"), "x");

    assertRefused(() -> SqliteStorage.open(file), "the folder of the store is a file");
    assertRefused(() -> StoreInspection.of(file), "the folder of the store is a file");
    assertRefused(() -> SqliteStorage.open(file.resolve("below")), "lies below a file");
    assertRefused(() -> StoreInspection.of(file.resolve("below")), "lies below a file");
    assertThat(file).hasContent("x");
  }

  @Test
  void anEmptyFileBecomesAStore() throws IOException {
    Files.createFile(file());

    SqliteStorage.open(home).close();

    assertThat(StoreInspection.of(home).orElseThrow().schema()).isEqualTo(Migrations.LATEST);
  }

  @Test
  void aStoreWhoseMakingWasCutShortIsMade() throws IOException, SQLException {
    SqliteStorage.open(home).close();
    List<String> history;
    try (Sql sql = new Database(home, Layout.MEMORIES, UnaryOperator.identity()).openReader()) {
      history =
          sql.list(
              "select sql from sqlite_schema where tbl_name = 'flyway_schema_history'"
                  + " and sql is not null order by type desc",
              row -> row.getString(1));
    }
    Files.delete(file());
    run(history.toArray(String[]::new));

    SqliteStorage.open(home).close();

    assertThat(StoreInspection.of(home).orElseThrow().schema()).isEqualTo(Migrations.LATEST);
  }

  private static void assertRefused(ThrowingCallable opening, String problem) {
    assertThatThrownBy(opening)
        .asInstanceOf(type(StorageFailure.class))
        .satisfies(refused -> {
          assertThat(refused.problem()).contains(problem);
          assertThat(refused.hint())
              .contains("away, or set ATHENA_HOME to another folder; nothing was changed");
        });
  }

  private Path file() {
    return home.resolve("athena.db");
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
