package dev.athena.store.sqlite;

import dev.athena.audit.AuditHead;
import dev.athena.audit.AuditLog;
import dev.athena.crypto.Keyring;
import dev.athena.crypto.Keyset;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Sealer;
import dev.athena.crypto.SecretKey;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Pseudonym;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is sealed in the vault, whatever it is. */
final class VaultSeals {
  /**
   * A table with a sealed column.
   *
   * @param name what names a row in its place, and in conditions
   * @param column the sealed column, as its place calls it
   */
  private record Sealed(String table, String name, String column) {
    Place place(String tenant, String row) {
      return new Place(tenant, table, row, column);
    }
  }

  private static final List<Sealed> ALL =
      List.of(
          new Sealed("concealed", "pseudonym", "value"),
          new Sealed("tenant_setting", "name", "sealed"),
          new Sealed("permission", "id", "sealed"),
          new Sealed("audit", "n", "sealed"));

  private final Sql sql;
  private final Keyring keyring;

  VaultSeals(Sql sql, Keyring keyring) {
    this.sql = sql;
    this.keyring = keyring;
  }

  /** Seals anew up to so many rows, and returns how many it found. */
  int sealAnew(int limit) {
    int done = sealHead();
    for (Sealed sealed : ALL) {
      for (String tenant : tenants(sealed)) {
        done += done < limit ? sealAnew(sealed, tenant, limit - done) : 0;
      }
    }
    return done;
  }

  /** Opens all, and returns how many there are. */
  long open() {
    long opened = 0;
    for (Sealed sealed : ALL) {
      for (String tenant : tenants(sealed)) {
        Sealer sealer = keyring.sealer(tenant, Purpose.VAULT);
        long[] count = {0};
        sql.each(
            "select %s, sealed from %s where tenant = ?".formatted(sealed.name(), sealed.table()),
            row -> {
              sealer.open(sealed.place(tenant, row.getString(1)), row.getBytes(2));
              count[0]++;
            },
            tenant);
        opened += count[0];
      }
    }
    return opened;
  }

  /** Returns the rows that name another key or another type than what is in them. */
  List<String> misnamed() {
    List<String> misnamed = new ArrayList<>();
    for (Sealed sealed : ALL) {
      sql.each(
          "select %s, sealed, key_id from %s".formatted(sealed.name(), sealed.table()),
          row -> {
            if (Keyset.keyIdOf(row.getBytes(2)) != row.getInt(3)) {
              misnamed.add("%s %s names another key".formatted(sealed.table(), row.getString(1)));
            }
          });
    }
    sql.each(
        "select pseudonym, type from concealed",
        row -> {
          if (!Pseudonym.of(row.getString(1)).type().name().equals(row.getString(2))) {
            misnamed.add(row.getString(1) + " is told to be of another type");
          }
        });
    return misnamed;
  }

  private int sealAnew(Sealed sealed, String tenant, int limit) {
    Sealer sealer = keyring.sealer(tenant, Purpose.VAULT);
    int newest = sealer.newestKeyId();
    Map<String, byte[]> old = new LinkedHashMap<>();
    sql.each(
        "select %s, sealed from %s where tenant = ? and (key_id < ? or key_id > ?) limit ?"
            .formatted(sealed.name(), sealed.table()),
        row -> old.put(row.getString(1), row.getBytes(2)),
        tenant,
        newest,
        newest,
        limit);
    old.forEach((row, value) -> {
      Place place = sealed.place(tenant, row);
      byte[] anew = sealer.seal(place, sealer.open(place, value));
      sql.update(
          "update %s set sealed = ?, key_id = ? where tenant = ? and %s = ?"
              .formatted(sealed.table(), sealed.name()),
          anew,
          Keyset.keyIdOf(anew),
          tenant,
          row);
    });
    return old.size();
  }

  /** The mark at the end of the audit is made with a key too. */
  private int sealHead() {
    AuditLog log = new SqliteAuditLog(sql, keyring);
    AuditHead head = log.head();
    List<SecretKey> keys = keyring.secrets(Namespace.LOCAL_TENANT, Purpose.AUDIT);
    AuditHead anew = AuditHead.of(head.number(), head.hash(), keys.getFirst());
    if (anew.equals(head) || !head.isGenuine(keys)) {
      return 0;
    }
    return sql.update("update audit_head set seal = ?", anew.seal());
  }

  private List<String> tenants(Sealed sealed) {
    return sql.list(
        "select distinct tenant from " + sealed.table() + " order by tenant",
        row -> row.getString(1));
  }
}
