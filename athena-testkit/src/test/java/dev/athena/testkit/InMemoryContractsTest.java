package dev.athena.testkit;

import dev.athena.storage.Storage;
import org.junit.jupiter.api.Nested;

/** The twin keeps every contract that it is the measure of. */
final class InMemoryContractsTest {
  @Nested
  final class OfStorage extends StorageContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfEpisodes extends EpisodeStoreContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfFacts extends FactStoreContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfProcedures extends ProcedureStoreContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfUsage extends UsageStoreContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfHistory extends FactHistoryContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfIndex extends IndexStoreContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfVectors extends IndexVectorsContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfExecutions extends ExecutionStoreContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }

  @Nested
  final class OfExecutionFilters extends ExecutionFilterContract {
    @Override
    protected Storage open() {
      return new InMemoryStorage();
    }
  }
}
