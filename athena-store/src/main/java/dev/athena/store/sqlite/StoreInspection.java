package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a look into a store found, without changing it.
 *
 * @param schema the version of the schema
 * @param schemaKnown the version that this program writes
 * @param damage what SQLite's quick check complains of; empty if all is well
 * @param pending vectors that are known to be still to be computed
 */
public record StoreInspection(
    long schema, long schemaKnown, List<String> damage, Counts counts, long pending, long bytes) {
  /** How many memories there are of each kind, and in how many projects. */
  public record Counts(long episodic, long semantic, long procedural, long projects) {
    /** Returns how many memories there are. */
    public long all() {
      return episodic + semantic + procedural;
    }
  }

  /**
   * Looks into the store in {@code folder}; empty if there is none.
   *
   * @throws StorageFailure if it cannot be opened or read
   */
  public static Optional<StoreInspection> of(Path folder) {
    Database database = new Database(folder, Layout.MEMORIES, UnaryOperator.identity());
    OtherFile.refuseForFolder(folder);
    if (!Files.exists(database.file())) {
      return Optional.empty();
    }
    try (Sql sql = database.openReader()) {
      OtherFile.refuseTables(sql, Layout.MEMORIES);
      long schema = sql.number("pragma user_version");
      List<String> damage =
          sql.list("pragma quick_check(5)", row -> row.getString(1)).stream()
              .filter(line -> !line.equals("ok"))
              .toList();
      boolean readable = schema == Migrations.LATEST && damage.isEmpty();
      return Optional.of(
          new StoreInspection(
              schema,
              Migrations.LATEST,
              damage,
              readable ? counts(sql) : new Counts(0, 0, 0, 0),
              readable ? pending(sql) : 0,
              sql.number("pragma page_count") * sql.number("pragma page_size")));
    }
  }

  private static long pending(Sql sql) {
    return sql.number("select count(*) from search_row where model is null")
        + sql.number("select count(*) from search_row where context_pending = 1");
  }

  private static Counts counts(Sql sql) {
    String kind = "select count(*) from memory where kind = ?";
    return new Counts(
        sql.number(kind, "episodic"),
        sql.number(kind, "semantic"),
        sql.number(kind, "procedural"),
        sql.number("select count(distinct project) from memory"));
  }
}
