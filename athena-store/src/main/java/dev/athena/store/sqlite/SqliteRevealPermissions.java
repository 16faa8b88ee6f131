package dev.athena.store.sqlite;

import dev.athena.detection.SensitiveType;
import dev.athena.privacy.RevealPermission;
import dev.athena.privacy.RevealPermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Permissions in the table {@code permission}. */
final class SqliteRevealPermissions implements RevealPermissions {
  private final Sql sql;

  SqliteRevealPermissions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(RevealPermission permission) {
    sql.update(
        """
        insert into permission (id, tenant, principal, types, purpose, hosts, given_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        permission.id(),
        permission.tenant(),
        permission.principal(),
        permission.types().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
        permission.purpose(),
        String.join(" ", permission.hosts()),
        permission.givenAt().toEpochMilli(),
        permission.expiresAt().toEpochMilli());
  }

  @Override
  public boolean remove(String tenant, String id) {
    return sql.update("delete from permission where tenant = ? and id = ?", tenant, id) == 1;
  }

  @Override
  public List<RevealPermission> all(String tenant) {
    return sql.list(
        """
        select id, tenant, principal, types, purpose, hosts, given_at, expires_at from permission
        where tenant = ? order by given_at, id
        """,
        SqliteRevealPermissions::permission,
        tenant);
  }

  private static RevealPermission permission(ResultSet row) throws SQLException {
    return new RevealPermission(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Arrays.stream(row.getString(4).split(" "))
            .map(SensitiveType::valueOf)
            .collect(Collectors.toSet()),
        row.getString(5),
        Arrays.stream(row.getString(6).split(" ")).filter(host -> !host.isEmpty()).toList(),
        Instant.ofEpochMilli(row.getLong(7)),
        Instant.ofEpochMilli(row.getLong(8)));
  }
}
