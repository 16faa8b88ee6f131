package dev.athena.store.sqlite;

import dev.athena.crypto.Keyset;
import dev.athena.detection.SensitiveType;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.TypeCount;
import dev.athena.privacy.Vault;
import dev.athena.privacy.VaultRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The vault in the table {@code concealed}. */
final class SqliteVault implements Vault {
  private static final String COLUMNS =
      "select tenant, pseudonym, created_at, digest, sealed from concealed ";

  private final Sql sql;

  SqliteVault(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<VaultRow> find(String tenant, Pseudonym pseudonym) {
    return sql.first(
        COLUMNS + "where tenant = ? and pseudonym = ?",
        SqliteVault::row,
        tenant,
        pseudonym.toString());
  }

  @Override
  public List<VaultRow> standing(String tenant, Pseudonym pseudonym) {
    return sql.list(
        COLUMNS
            + """
            where tenant = ? and pseudonym in (?,
              (select stands_for from alias where tenant = ? and pseudonym = ?))
            """,
        SqliteVault::row,
        tenant,
        pseudonym.toString(),
        tenant,
        pseudonym.toString());
  }

  @Override
  public boolean add(VaultRow row) {
    String name = row.pseudonym().toString();
    return sql.update(
            """
            insert into concealed (tenant, pseudonym, type, digest, sealed, key_id, created_at)
            select ?, ?, ?, ?, ?, ?, ? where not exists (
              select 1 from alias join concealed other
              on other.tenant = alias.tenant and other.pseudonym = alias.stands_for
              where alias.tenant = ? and alias.pseudonym = ? and other.digest = ?)
            on conflict do nothing
            """,
            row.tenant(),
            name,
            row.pseudonym().type().name(),
            row.digest(),
            row.sealed(),
            Keyset.keyIdOf(row.sealed()),
            row.createdAt().toEpochMilli(),
            row.tenant(),
            name,
            row.digest())
        == 1;
  }

  @Override
  public void addAlias(String tenant, Pseudonym pseudonym, Pseudonym other) {
    sql.update(
        "insert or replace into alias (tenant, pseudonym, stands_for) values (?, ?, ?)",
        tenant,
        pseudonym.toString(),
        other.toString());
  }

  @Override
  public void replace(VaultRow row) {
    int rows =
        sql.update(
            """
            update concealed set digest = ?, sealed = ?, key_id = ?
            where tenant = ? and pseudonym = ?
            """,
            row.digest(),
            row.sealed(),
            Keyset.keyIdOf(row.sealed()),
            row.tenant(),
            row.pseudonym().toString());
    if (rows != 1) {
      throw sql.refusal("no value behind " + row.pseudonym());
    }
  }

  @Override
  public boolean remove(String tenant, Pseudonym pseudonym) {
    sql.update(
        "delete from alias where tenant = ? and stands_for = ?", tenant, pseudonym.toString());
    return sql.update(
            "delete from concealed where tenant = ? and pseudonym = ?",
            tenant,
            pseudonym.toString())
        == 1;
  }

  @Override
  public List<VaultRow> page(String tenant, Optional<Pseudonym> after, int limit) {
    return sql.list(
        COLUMNS + "where tenant = ? and pseudonym > ? order by pseudonym limit ?",
        SqliteVault::row,
        tenant,
        after.map(Pseudonym::toString).orElse(""),
        limit);
  }

  @Override
  public List<TypeCount> count(String tenant) {
    return sql.list(
        "select type, count(*) from concealed where tenant = ? group by type order by type",
        row -> new TypeCount(SensitiveType.valueOf(row.getString(1)), row.getLong(2)),
        tenant);
  }

  private static VaultRow row(ResultSet row) throws SQLException {
    return new VaultRow(
        Pseudonym.of(row.getString(2)),
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getBytes(4),
        row.getBytes(5));
  }
}
