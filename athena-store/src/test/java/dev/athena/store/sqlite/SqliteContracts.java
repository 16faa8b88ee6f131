package dev.athena.store.sqlite;

import dev.athena.storage.Storage;
import dev.athena.testkit.EpisodeStoreContract;
import dev.athena.testkit.ExecutionFilterContract;
import dev.athena.testkit.ExecutionStoreContract;
import dev.athena.testkit.FactHistoryContract;
import dev.athena.testkit.FactStoreContract;
import dev.athena.testkit.IndexStoreContract;
import dev.athena.testkit.IndexVectorsContract;
import dev.athena.testkit.ProcedureStoreContract;
import dev.athena.testkit.StorageContract;
import dev.athena.testkit.UsageStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps every contract. */
abstract class SqliteContracts {
  @TempDir private Path home;

  /** Opens a store that holds nothing. */
  abstract Storage open(Path home);

  @Nested
  final class OfStorage extends StorageContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfEpisodes extends EpisodeStoreContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfFacts extends FactStoreContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfHistory extends FactHistoryContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfProcedures extends ProcedureStoreContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfUsage extends UsageStoreContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfIndex extends IndexStoreContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfVectors extends IndexVectorsContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfExecutions extends ExecutionStoreContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }

  @Nested
  final class OfExecutionFilters extends ExecutionFilterContract {
    @Override
    protected Storage open() {
      return SqliteContracts.this.open(home);
    }
  }
}
