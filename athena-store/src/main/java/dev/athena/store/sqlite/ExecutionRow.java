package dev.athena.store.sqlite;

import dev.athena.execution.CalledOperation;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionRecord.Ended;
import dev.athena.execution.Language;
import dev.athena.execution.ResourceUse;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Witness;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.principal.Namespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How executions and violations are read off their rows. */
final class ExecutionRow {
  /** What every query that makes executions selects. */
  static final String COLUMNS =
      """
      select e.id, e.tenant, e.project, e.principal, e.owner, e.language, e.session, e.preset,
        e.config, e.source_hash, e.source, e.started_at, e.ended_at, e.status, e.error,
        e.interrupted, e.violations, e.took, e.worst, e.kinds, e.epoch
      from execution e
      """;

  /** What every query that makes violations selects first. */
  static final String VIOLATION_COLUMNS =
      """
      v.kind, v.severity, v.witness, v.action, v.target, v.at, v.n, v.tenant, v.project, v.epoch,
      e.id \
      """;

  private final Seals seals;

  ExecutionRow(Seals seals) {
    this.seals = seals;
  }

  /** What fills the column {@code took}. */
  record Took(List<CalledOperation> calls, ResourceUse use) {
    String toJson() {
      return JsonCodec.write(JsonBinder.BASIC.write(this, Took.class));
    }

    static Took of(String json) {
      return (Took) JsonBinder.BASIC.read(JsonCodec.read(json), Took.class, "took");
    }
  }

  /** Makes an execution of the present row of a query that begins with {@link #COLUMNS}. */
  ExecutionRecord execution(ResultSet row) throws SQLException {
    ExecutionId id = new ExecutionId(row.getString(1));
    Namespace namespace = new Namespace(row.getString(2), row.getString(3));
    ExecutionPlaces places = new ExecutionPlaces(namespace, id);
    long epoch = row.getLong(21);
    String session = seals.textIfPresent(places.session(), epoch, row.getObject(7));
    ExecutionPlaces.Start start =
        new ExecutionPlaces.Start(
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(8),
            row.getLong(12),
            session != null);
    String config = seals.text(places.config(start), epoch, row.getObject(9));
    return new ExecutionRecord(
        id,
        namespace,
        start.principal(),
        start.owner(),
        constant(Language.class, start.language()),
        session,
        start.preset(),
        JsonCodec.readObject(config),
        seals.text(places.sourceHash(), epoch, row.getObject(10)),
        seals.textIfPresent(places.source(), epoch, row.getObject(11)),
        Instant.ofEpochMilli(start.startedAt()),
        ended(row, places, epoch));
  }

  private @Nullable Ended ended(ResultSet row, ExecutionPlaces places, long epoch)
      throws SQLException {
    String status = row.getString(14);
    if (status == null) {
      return null;
    }
    String error = seals.textIfPresent(places.error(), epoch, row.getObject(15));
    ExecutionPlaces.End end =
        new ExecutionPlaces.End(
            row.getLong(13),
            status,
            row.getInt(16) == 1,
            row.getInt(17),
            number(row, 19),
            number(row, 20),
            error != null);
    Took took = Took.of(seals.text(places.took(end), epoch, row.getObject(18)));
    return new Ended(
        Instant.ofEpochMilli(end.endedAt()),
        constant(Status.class, status),
        error,
        end.interrupted(),
        took.calls(),
        end.violations(),
        took.use());
  }

  private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : Integer.valueOf(number);
  }

  /** Returns the execution that a row with {@link #VIOLATION_COLUMNS} belongs to. */
  static ExecutionId executionOf(ResultSet row) throws SQLException {
    return new ExecutionId(row.getString(11));
  }

  /** Makes a violation of a row that begins with {@link #VIOLATION_COLUMNS}. */
  Violation violation(ResultSet row) throws SQLException {
    Namespace namespace = new Namespace(row.getString(8), row.getString(9));
    ExecutionPlaces places = new ExecutionPlaces(namespace, executionOf(row));
    long epoch = row.getLong(10);
    int n = row.getInt(7);
    Violation bare =
        new Violation(
            constant(ViolationKind.class, row.getString(1)),
            ExecutionCodes.severity(row.getInt(2)),
            constant(Witness.class, row.getString(3)),
            "",
            "",
            Instant.ofEpochMilli(row.getLong(6)));
    return new Violation(
        bare.kind(),
        bare.severity(),
        bare.witness(),
        seals.text(places.action(n, bare), epoch, row.getObject(4)),
        seals.text(places.target(n), epoch, row.getObject(5)),
        bare.at());
  }

  /** Returns the constant that {@link dev.athena.json.WireName} names so. */
  static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
  }
}
