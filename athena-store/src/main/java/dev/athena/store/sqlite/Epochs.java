package dev.athena.store.sqlite;

import dev.athena.crypto.KeysUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code seal}, as one transaction sees it. */
final class Epochs {
  /** Stands for the tenant of what belongs to none; no tenant has this name. */
  static final String STORE = "";

  private static final byte[] NOTHING = {};

  private static final String COLUMNS =
      """
      select tenant, epoch, content_key, index_version, memories_to, executions_to, proof from seal
      """;

  private final Sql sql;
  private final Seals seals;
  private final Map<String, Epoch> newest = new HashMap<>();

  Epochs(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
  }

  /** Returns the epoch of the newest keys of a tenant, which begins now if they are new here. */
  Epoch newest(String tenant) {
    Epoch known = newest.get(tenant);
    if (known != null) {
      return known;
    }
    Optional<Epoch> last =
        sql.first(COLUMNS + "where tenant = ? order by epoch desc limit 1", this::read, tenant);
    TenantKeys keys = seals.keys(tenant);
    int contentKey = keys.sealer().newestKeyId();
    int version = keys.newestVersion();
    Optional<Epoch> same =
        last.filter(epoch -> epoch.contentKey() == contentKey && epoch.indexVersion() == version);
    same.ifPresent(keys::settle);
    Epoch now =
        same.orElseGet(() -> {
          long number = last.map(Epoch::number).orElse(0L) + 1;
          return put(new Epoch(tenant, number, contentKey, version, 0, 0));
        });
    newest.put(tenant, now);
    return now;
  }

  /**
   * Returns an epoch that rows tell of.
   *
   * @throws KeysUnavailable if it is not there
   */
  Epoch find(String tenant, long number) {
    Epoch known = newest.get(tenant);
    if (known != null && known.number() == number) {
      return known;
    }
    Epoch settled = seals.keys(tenant).settled();
    if (settled != null && settled.number() == number) {
      return settled;
    }
    return sql.first(COLUMNS + "where tenant = ? and epoch = ?", this::read, tenant, number)
        .orElseThrow(() ->
            new KeysUnavailable(
                "the store does not tell with which keys a row was sealed",
                "`athena keys verify` tells what else was changed; use a backup of the store",
                null));
  }

  /** Returns all epochs. */
  List<Epoch> all() {
    return sql.list(COLUMNS, this::read);
  }

  /** Notes how far the rows of a tenant are of its newest epoch; earlier ones go at the end. */
  void reached(Epoch epoch) {
    newest.put(epoch.tenant(), put(epoch));
  }

  /** Forgets the epochs before one, of which no row is left; returns how many there were. */
  int removeBefore(Epoch epoch) {
    return sql.update(
        "delete from seal where tenant = ? and epoch < ?", epoch.tenant(), epoch.number());
  }

  private Epoch put(Epoch epoch) {
    sql.update(
        "insert or replace into seal values (?, ?, ?, ?, ?, ?, ?)",
        epoch.tenant(),
        epoch.number(),
        epoch.contentKey(),
        epoch.indexVersion(),
        epoch.memoriesTo(),
        epoch.executionsTo(),
        seals.keys(epoch.tenant()).sealer().seal(epoch.place(), NOTHING));
    return epoch;
  }

  private Epoch read(ResultSet row) throws SQLException {
    Epoch epoch =
        new Epoch(
            row.getString(1),
            row.getLong(2),
            row.getInt(3),
            row.getInt(4),
            row.getLong(5),
            row.getLong(6));
    seals.keys(epoch.tenant()).check(epoch, row.getBytes(7));
    return epoch;
  }
}
