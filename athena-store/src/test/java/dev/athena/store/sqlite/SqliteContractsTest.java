package dev.athena.store.sqlite;

import dev.athena.storage.Storage;
import java.nio.file.Path;

/** A plain store keeps every contract. */
final class SqliteContractsTest extends SqliteContracts {
  @Override
  Storage open(Path home) {
    return SqliteStorage.open(home);
  }
}
