package dev.athena.store.sqlite;

/**
 * One of the databases of a home.
 *
 * @param fileName its file in the folder of the store
 * @param lockName the file by which writers take turns
 * @param scripts where its migrations are
 * @param latest the version that the newest of them sets
 * @param mark a table that it alone has
 */
record Layout(String fileName, String lockName, String scripts, int latest, String mark) {
  /** What is remembered, and what was run. */
  static final Layout MEMORIES =
      new Layout(
          "athena.db",
          "write.lock",
          "classpath:dev/athena/store/sqlite",
          Migrations.LATEST,
          "search_row");

  /** What stands behind pseudonyms, and who saw it. */
  static final Layout VAULT =
      new Layout("vault.db", "vault.lock", "classpath:dev/athena/store/vault", 3, "concealed");

  /** Returns what the file is called in messages. */
  String told() {
    return "the store's file " + fileName;
  }
}
