package dev.athena.store.sqlite;

import dev.athena.execution.ExecutionCount;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Language;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.StoredViolation;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.json.JsonCodec;
import dev.athena.json.WireName;
import dev.athena.principal.Namespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executions in the tables {@code execution} and {@code violation}. */
final class SqliteExecutionStore implements ExecutionStore {
  static final String UNFINISHED =
      ExecutionRow.COLUMNS + "where e.ended_at is null order by e.started_at, e.seq limit ?";

  static final String REDACT_BEFORE =
      "update execution set source = null where started_at < ? and source is not null";

  static final String REMOVE_BEFORE =
      "delete from execution where started_at < ? and ended_at is not null";

  private final Sql sql;

  SqliteExecutionStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void start(ExecutionRecord started) {
    if (started.ended() != null) {
      throw sql.refusal(started.id().value() + " has ended, so it is not about to start");
    }
    int rows =
        sql.update(
            """
            insert into execution (id, tenant, project, principal, owner, language, session, preset,
              config, source_hash, source, started_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """,
            started.id().value(),
            started.namespace().tenant(),
            started.namespace().project(),
            started.principal(),
            started.owner(),
            WireName.of(started.language()),
            started.session(),
            started.preset(),
            JsonCodec.write(started.config()),
            started.sourceHash(),
            started.source(),
            started.startedAt().toEpochMilli());
    if (rows != 1) {
      throw sql.refusal(started.id().value() + " is there already");
    }
  }

  @Override
  public boolean end(
      Namespace namespace,
      ExecutionId id,
      ExecutionRecord.Ended ended,
      List<Violation> violations) {
    int rows =
        sql.update(
            """
            update execution set ended_at = ?, status = ?, error = ?, interrupted = ?,
              violations = ?, worst = ?, kinds = ?, took = ?
            where id = ? and tenant = ? and project = ? and ended_at is null
            """,
            ended.at().toEpochMilli(),
            WireName.of(ended.status()),
            ended.error(),
            ended.interrupted() ? 1 : 0,
            ended.violations(),
            worst(violations),
            kinds(violations),
            new ExecutionRow.Took(ended.calls(), ended.use()).toJson(),
            id.value(),
            namespace.tenant(),
            namespace.project());
    for (int n = 0; rows == 1 && n < violations.size(); n++) {
      add(id, n, violations.get(n));
    }
    return rows == 1;
  }

  private void add(ExecutionId id, int n, Violation violation) {
    sql.update(
        """
        insert into violation (execution, n, tenant, project, kind, severity, witness, action,
          target, at)
        select seq, ?, tenant, project, ?, ?, ?, ?, ?, ? from execution where id = ?
        """,
        n,
        WireName.of(violation.kind()),
        ExecutionCodes.level(violation.severity()),
        WireName.of(violation.witness()),
        violation.action(),
        violation.target(),
        violation.at().toEpochMilli(),
        id.value());
  }

  private static @Nullable Integer worst(List<Violation> violations) {
    return violations.stream()
        .map(violation -> ExecutionCodes.level(violation.severity()))
        .max(Integer::compare)
        .orElse(null);
  }

  private static @Nullable Integer kinds(List<Violation> violations) {
    return violations.stream()
        .map(violation -> ExecutionCodes.bit(violation.kind()))
        .reduce((one, other) -> one | other)
        .orElse(null);
  }

  @Override
  public Optional<ExecutionRecord> find(Namespace namespace, ExecutionId id) {
    return sql.first(
        ExecutionRow.COLUMNS + "where e.id = ? and e.tenant = ? and e.project = ?",
        ExecutionRow::execution,
        id.value(),
        namespace.tenant(),
        namespace.project());
  }

  @Override
  public List<ExecutionRecord> list(ExecutionFilter filter, int limit) {
    return ExecutionConditions.of(filter, sql)
        .map(conditions ->
            sql.list(listing(conditions), ExecutionRow::execution, conditions.arguments(limit)))
        .orElse(List.of());
  }

  /** Returns the query of {@link #list}. */
  static String listing(ExecutionConditions conditions) {
    return ExecutionRow.COLUMNS
        + "where "
        + conditions.tests()
        + " order by e.started_at desc, e.seq desc limit ?";
  }

  @Override
  public List<StoredViolation> violations(
      ExecutionFilter filter,
      @Nullable ViolationKind kind,
      @Nullable Severity severityAtLeast,
      int limit) {
    Optional<ExecutionConditions> some = ExecutionConditions.of(filter, sql);
    if (some.isEmpty()) {
      return List.of();
    }
    ExecutionConditions conditions = some.get();
    // what the index knows of all violations of an execution spares looking at each of them
    if (kind != null) {
      conditions.add(
          "e.kinds & ? <> 0 and v.kind = ?", ExecutionCodes.bit(kind), WireName.of(kind));
    }
    if (severityAtLeast != null) {
      int least = ExecutionCodes.level(severityAtLeast);
      conditions.add("e.worst >= ? and v.severity >= ?", least, least);
    }
    return sql.list(
        violating(conditions),
        row -> new StoredViolation(new ExecutionId(row.getString(7)), ExecutionRow.violation(row)),
        conditions.arguments(limit));
  }

  /** Returns the query of {@link #violations}: without its index it would read every execution. */
  static String violating(ExecutionConditions conditions) {
    return "select %s, e.id from execution e indexed by execution_violated "
            .formatted(ExecutionRow.VIOLATION_COLUMNS)
        + "join violation v on v.execution = e.seq where e.worst is not null and "
        + conditions.tests()
        + " order by e.started_at desc, e.seq desc, v.n limit ?";
  }

  @Override
  public List<Violation> violations(Namespace namespace, ExecutionId id) {
    return sql.list(
        "select "
            + ExecutionRow.VIOLATION_COLUMNS
            + """
             from execution e join violation v on v.execution = e.seq
            where e.id = ? and e.tenant = ? and e.project = ? order by v.n
            """,
        ExecutionRow::violation,
        id.value(),
        namespace.tenant(),
        namespace.project());
  }

  @Override
  public List<ExecutionRecord> unfinished(int limit) {
    return sql.list(UNFINISHED, ExecutionRow::execution, limit);
  }

  @Override
  public boolean redact(Namespace namespace, ExecutionId id) {
    return sql.update(
            """
            update execution set source = null
            where id = ? and tenant = ? and project = ? and source is not null
            """,
            id.value(),
            namespace.tenant(),
            namespace.project())
        == 1;
  }

  @Override
  public int redactBefore(Instant before) {
    return sql.update(REDACT_BEFORE, ExecutionConditions.ceiling(before));
  }

  @Override
  public int removeBefore(Instant before) {
    return sql.update(REMOVE_BEFORE, ExecutionConditions.ceiling(before));
  }

  @Override
  public List<ExecutionCount> count(ExecutionFilter filter) {
    return ExecutionConditions.of(filter, sql)
        .map(conditions ->
            sql.list(counting(conditions), SqliteExecutionStore::counted, conditions.arguments()))
        .orElse(List.of());
  }

  /** Returns the query of {@link #count}: its index has the rows in groups already. */
  static String counting(ExecutionConditions conditions) {
    return """
    select e.principal, e.preset, e.language, e.status, count(*), sum(e.violations)
    from execution e indexed by execution_count where %s
    group by e.principal, e.preset, e.language, e.status
    """
        .formatted(conditions.tests());
  }

  private static ExecutionCount counted(ResultSet row) throws SQLException {
    String status = row.getString(4);
    return new ExecutionCount(
        row.getString(1),
        row.getString(2),
        ExecutionRow.constant(Language.class, row.getString(3)),
        status == null ? null : ExecutionRow.constant(Status.class, status),
        row.getInt(5),
        row.getInt(6));
  }
}
