package dev.athena.store.sqlite;

import dev.athena.storage.Storage;
import dev.athena.testkit.ExecutionTwinContract;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.TwinContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A sealed store keeps every contract, and answers as the twin in main memory does. */
final class SealedContractsTest extends SqliteContracts {
  @TempDir private Path homes;

  @Override
  Storage open(Path home) {
    return SqliteStorage.open(home, new InMemoryKeyring(1));
  }

  @Nested
  final class Twin extends TwinContract {
    @Override
    protected Storage open(long seed) {
      return SealedContractsTest.this.open(homes.resolve("seed-" + seed));
    }
  }

  @Nested
  final class TwinOfExecutions extends ExecutionTwinContract {
    @Override
    protected Storage open(long seed) {
      return SealedContractsTest.this.open(homes.resolve("executions-" + seed));
    }
  }
}
