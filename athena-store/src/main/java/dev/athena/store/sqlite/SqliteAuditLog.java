package dev.athena.store.sqlite;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditCheckpoint;
import dev.athena.audit.AuditEntry;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditHead;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.AuditRecord;
import dev.athena.audit.AuditTombstone;
import dev.athena.crypto.Keyring;
import dev.athena.crypto.Keyset;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.SealBroken;
import dev.athena.crypto.SecretKey;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import dev.athena.json.WireName;
import dev.athena.principal.Namespace;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log in the tables {@code audit} and {@code audit_head}. */
final class SqliteAuditLog implements AuditLog {
  private static final String COLUMNS =
      "select n, tenant, action, outcome, at, sealed, hash from audit ";

  private static final String CHECKPOINTS =
      "select n, hash, at, key_id, signature from audit_checkpoint ";

  private final Sql sql;
  private final Keyring keyring;

  SqliteAuditLog(Sql sql, Keyring keyring) {
    this.sql = sql;
    this.keyring = keyring;
  }

  @Override
  public AuditRecord append(AuditEvent event) {
    AuditHead head = head();
    AuditRecord record = AuditRecord.after(head.number() + 1, head.hash(), event);
    byte[] sealed =
        keyring
            .sealer(event.tenant(), Purpose.VAULT)
            .seal(place(event.tenant(), record.number()), told(event));
    sql.update(
        """
        insert into audit (n, tenant, action, outcome, at, sealed, key_id, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        record.number(),
        event.tenant(),
        WireName.of(event.action()),
        WireName.of(event.outcome()),
        event.at().toEpochMilli(),
        sealed,
        Keyset.keyIdOf(sealed),
        record.hash());
    put(AuditHead.of(record.number(), record.hash(), key()));
    return record;
  }

  @Override
  public List<AuditRecord> newest(AuditFilter filter, int limit) {
    List<Object> arguments = new ArrayList<>(List.of(filter.tenant()));
    StringBuilder where = new StringBuilder("where tenant = ?");
    and(where, arguments, " and action = ?", wire(filter.action()));
    and(where, arguments, " and outcome = ?", wire(filter.outcome()));
    and(where, arguments, " and at >= ?", millis(filter.from()));
    and(where, arguments, " and at < ?", millis(filter.to()));
    and(where, arguments, " and n < ?", Optional.ofNullable(filter.before()));
    arguments.add(limit);
    return sql.list(
        COLUMNS + where + " order by n desc limit ?", this::record, arguments.toArray());
  }

  @Override
  public List<AuditEntry> after(long number, int limit) {
    return sql.list(COLUMNS + "where n > ? order by n limit ?", this::entry, number, limit);
  }

  private AuditEntry entry(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    try {
      return new AuditEntry(number, record(row));
    } catch (SealBroken | IllegalArgumentException _) {
      return new AuditEntry(number, null);
    }
  }

  @Override
  public AuditHead head() {
    return sql.first(
            "select n, hash, seal from audit_head",
            row -> new AuditHead(row.getLong(1), row.getString(2), row.getString(3)))
        .orElseGet(() -> AuditHead.of(0, AuditRecord.BEGINNING, key()));
  }

  @Override
  public void add(AuditCheckpoint checkpoint) {
    sql.update(
        """
        insert or ignore into audit_checkpoint (n, hash, at, at_millis, key_id, signature)
        values (?, ?, ?, ?, ?, ?)
        """,
        checkpoint.number(),
        checkpoint.hash(),
        checkpoint.at().toString(),
        checkpoint.at().toEpochMilli(),
        checkpoint.keyId(),
        checkpoint.signature());
  }

  @Override
  public List<AuditCheckpoint> checkpointsAfter(long number, int limit) {
    return sql.list(
        CHECKPOINTS + "where n > ? order by n limit ?", SqliteAuditLog::checkpoint, number, limit);
  }

  @Override
  public Optional<AuditCheckpoint> lastCheckpoint(Instant before) {
    long millis = before.equals(Instant.MAX) ? Long.MAX_VALUE : before.toEpochMilli();
    return sql.first(
        CHECKPOINTS + "where at_millis < ? order by n desc limit 1",
        SqliteAuditLog::checkpoint,
        millis);
  }

  @Override
  public void drop(AuditTombstone tombstone) {
    sql.update("delete from audit where n <= ?", tombstone.last());
    sql.update("delete from audit_checkpoint where n <= ?", tombstone.last());
    sql.update(
        "insert into audit_dropped (last_n, signed) values (?, ?)",
        tombstone.last(),
        JsonCodec.write(tombstone.toJson()));
  }

  @Override
  public List<AuditTombstone> tombstones() {
    return sql.list(
        "select last_n, signed from audit_dropped order by last_n",
        row -> tombstone(row.getLong(1), row.getString(2)));
  }

  /** One that cannot be read was put there from outside, and is not genuine as it is. */
  private static AuditTombstone tombstone(long last, String signed) {
    try {
      return AuditTombstone.of(JsonCodec.readObject(signed));
    } catch (MalformedJson | NoSuchElementException | DateTimeException _) {
      Instant never = Instant.EPOCH;
      return new AuditTombstone(last, last, never, never, "", never, "", "");
    }
  }

  /** A time that is none was put there from outside, and so was its signature. */
  private static AuditCheckpoint checkpoint(ResultSet row) throws SQLException {
    Instant at;
    try {
      at = Instant.parse(row.getString(3));
    } catch (DateTimeException _) {
      at = Instant.EPOCH;
    }
    return new AuditCheckpoint(
        row.getLong(1), row.getString(2), at, row.getString(4), row.getString(5));
  }

  private void put(AuditHead head) {
    sql.update(
        "insert or replace into audit_head (id, n, hash, seal) values (1, ?, ?, ?)",
        head.number(),
        head.hash(),
        head.seal());
  }

  private SecretKey key() {
    return keyring.secrets(Namespace.LOCAL_TENANT, Purpose.AUDIT).getFirst();
  }

  private static void and(
      StringBuilder where, List<Object> arguments, String test, Optional<?> value) {
    value.ifPresent(given -> {
      where.append(test);
      arguments.add(given);
    });
  }

  private static Optional<String> wire(@Nullable Enum<?> constant) {
    return Optional.ofNullable(constant).map(WireName::of);
  }

  private static Optional<Long> millis(@Nullable Instant at) {
    return Optional.ofNullable(at).map(Instant::toEpochMilli);
  }

  /** What stands in columns of its own is not told twice. */
  private static byte[] told(AuditEvent event) {
    JsonObject told =
        JsonObject.builder()
            .put("at", event.at().toString())
            .put("principal", event.principal())
            .put("target", event.target())
            .put("reason", event.reason())
            .put("details", event.details())
            .build();
    return JsonCodec.write(told).getBytes(StandardCharsets.UTF_8);
  }

  private AuditRecord record(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    String tenant = row.getString(2);
    byte[] plain =
        keyring.sealer(tenant, Purpose.VAULT).open(place(tenant, number), row.getBytes(6));
    JsonObject told = JsonCodec.readObject(new String(plain, StandardCharsets.UTF_8));
    AuditEvent event =
        new AuditEvent(
            Instant.parse(told.text("at").orElseThrow()),
            tenant,
            told.text("principal").orElseThrow(),
            ExecutionRow.constant(AuditAction.class, row.getString(3)),
            ExecutionRow.constant(AuditOutcome.class, row.getString(4)),
            told.text("target").orElseThrow(),
            told.text("reason").orElseThrow(),
            told.object("details").orElseThrow());
    return new AuditRecord(number, event, row.getString(7));
  }

  private static Place place(String tenant, long number) {
    return new Place(tenant, "audit", String.valueOf(number), "sealed");
  }
}
