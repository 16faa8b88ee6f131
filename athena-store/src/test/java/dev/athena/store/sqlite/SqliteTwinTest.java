package dev.athena.store.sqlite;

import dev.athena.storage.Storage;
import dev.athena.testkit.TwinContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** SQLite answers as the twin in main memory does. */
final class SqliteTwinTest extends TwinContract {
  @TempDir private Path home;

  @Override
  protected Storage open(long seed) {
    return SqliteStorage.open(home.resolve("seed-" + seed));
  }
}
