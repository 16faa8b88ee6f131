package dev.athena.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Compares the schema of a store, and the record of how it was made, with what they should be. */
final class VerifyingSchema {
  /** SHA-256 over all that {@link #DEFINITIONS} and {@link #MADE} return in a new store. */
  static final String EXPECTED = "e3a7aad22f02376f18baf1be5ff7784a3b920cc13ca1d1ac0fc0500dd19241e9";

  private static final String DEFINITIONS =
      "select type || name || tbl_name || coalesce(sql, '') from sqlite_schema order by type, name";

  private static final String MADE =
      """
      select installed_rank || coalesce(version, '') || description || type || script
        || coalesce(checksum, '') || success
      from flyway_schema_history order by installed_rank
      """;

  private final Sql sql;

  VerifyingSchema(Sql sql) {
    this.sql = sql;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!found().equals(EXPECTED)) {
      problems.add("the schema is not that of a store");
    }
    if (sql.number("pragma user_version") != Migrations.LATEST) {
      problems.add("the version of the schema is another");
    }
    return problems;
  }

  /** Returns what is to be {@link #EXPECTED}. */
  String found() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (String query : List.of(DEFINITIONS, MADE)) {
      sql.each(
          query, row -> digest.update((row.getString(1) + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
