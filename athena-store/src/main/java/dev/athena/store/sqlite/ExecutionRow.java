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
        e.interrupted, e.violations, e.took
      from execution e
      """;

  /** What every query that makes violations selects first. */
  static final String VIOLATION_COLUMNS = "v.kind, v.severity, v.witness, v.action, v.target, v.at";

  /** What fills the column {@code took}. */
  record Took(List<CalledOperation> calls, ResourceUse use) {
    String toJson() {
      return JsonCodec.write(JsonBinder.BASIC.write(this, Took.class));
    }

    static Took of(String json) {
      return (Took) JsonBinder.BASIC.read(JsonCodec.read(json), Took.class, "took");
    }
  }

  private ExecutionRow() {}

  /** Makes an execution of the present row of a query that begins with {@link #COLUMNS}. */
  static ExecutionRecord execution(ResultSet row) throws SQLException {
    return new ExecutionRecord(
        new ExecutionId(row.getString(1)),
        new Namespace(row.getString(2), row.getString(3)),
        row.getString(4),
        row.getString(5),
        constant(Language.class, row.getString(6)),
        row.getString(7),
        row.getString(8),
        JsonCodec.readObject(row.getString(9)),
        row.getString(10),
        row.getString(11),
        Instant.ofEpochMilli(row.getLong(12)),
        ended(row));
  }

  private static @Nullable Ended ended(ResultSet row) throws SQLException {
    String status = row.getString(14);
    if (status == null) {
      return null;
    }
    Took took = Took.of(row.getString(18));
    return new Ended(
        Instant.ofEpochMilli(row.getLong(13)),
        constant(Status.class, status),
        row.getString(15),
        row.getInt(16) == 1,
        took.calls(),
        row.getInt(17),
        took.use());
  }

  /** Makes a violation of a row that begins with {@link #VIOLATION_COLUMNS}. */
  static Violation violation(ResultSet row) throws SQLException {
    return new Violation(
        constant(ViolationKind.class, row.getString(1)),
        ExecutionCodes.severity(row.getInt(2)),
        constant(Witness.class, row.getString(3)),
        row.getString(4),
        row.getString(5),
        Instant.ofEpochMilli(row.getLong(6)));
  }

  /** Returns the constant that {@link dev.athena.json.WireName} names so. */
  static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
  }
}
