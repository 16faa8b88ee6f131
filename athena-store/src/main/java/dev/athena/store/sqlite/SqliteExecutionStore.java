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
  private final Seals seals;
  private final ExecutionRow rows;

  SqliteExecutionStore(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
    this.rows = new ExecutionRow(seals);
  }

  @Override
  public void start(ExecutionRecord started) {
    if (started.ended() != null) {
      throw sql.refusal(started.id().value() + " has ended, so it is not about to start");
    }
    ExecutionPlaces places = new ExecutionPlaces(started.namespace(), started.id());
    int added =
        sql.update(
            """
            insert into execution (id, tenant, project, principal, owner, language, session, preset,
              config, source_hash, source, started_at, epoch)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """,
            started.id().value(),
            started.namespace().tenant(),
            started.namespace().project(),
            started.principal(),
            started.owner(),
            WireName.of(started.language()),
            seals.sealIfPresent(places.session(), started.session()),
            started.preset(),
            config(places, started),
            seals.seal(places.sourceHash(), started.sourceHash()),
            seals.sealIfPresent(places.source(), started.source()),
            started.startedAt().toEpochMilli(),
            seals.epoch(started.namespace().tenant()));
    if (added != 1) {
      throw sql.refusal(started.id().value() + " is there already");
    }
  }

  private Object config(ExecutionPlaces places, ExecutionRecord started) {
    ExecutionPlaces.Start start =
        new ExecutionPlaces.Start(
            started.principal(),
            started.owner(),
            WireName.of(started.language()),
            started.preset(),
            started.startedAt().toEpochMilli(),
            started.session() != null);
    return seals.seal(places.config(start), JsonCodec.write(started.config()));
  }

  @Override
  public boolean end(
      Namespace namespace,
      ExecutionId id,
      ExecutionRecord.Ended ended,
      List<Violation> violations) {
    ExecutionPlaces places = new ExecutionPlaces(namespace, id);
    boolean there = putEnd(places, ended, violations);
    if (!there && seals.isOn()) {
      sealAnew(namespace, id); // it may have started before the keys were changed
      there = putEnd(places, ended, violations);
    }
    for (int n = 0; there && n < violations.size(); n++) {
      add(places, n, violations.get(n));
    }
    return there;
  }

  /** Writes the end of an execution that is of the newest epoch; returns whether there is one. */
  private boolean putEnd(
      ExecutionPlaces places, ExecutionRecord.Ended ended, List<Violation> violations) {
    @Nullable Integer worst = worst(violations);
    @Nullable Integer kinds = kinds(violations);
    Namespace namespace = places.namespace();
    return sql.update(
            """
            update execution set ended_at = ?, status = ?, error = ?, interrupted = ?,
              violations = ?, worst = ?, kinds = ?, took = ?
            where id = ? and tenant = ? and project = ? and ended_at is null and epoch = ?
            """,
            ended.at().toEpochMilli(),
            WireName.of(ended.status()),
            seals.sealIfPresent(places.error(), ended.error()),
            ended.interrupted() ? 1 : 0,
            ended.violations(),
            worst,
            kinds,
            took(places, ended, worst, kinds),
            places.id().value(),
            namespace.tenant(),
            namespace.project(),
            seals.epoch(namespace.tenant()))
        == 1;
  }

  private Object took(
      ExecutionPlaces places,
      ExecutionRecord.Ended ended,
      @Nullable Integer worst,
      @Nullable Integer kinds) {
    ExecutionPlaces.End end =
        new ExecutionPlaces.End(
            ended.at().toEpochMilli(),
            WireName.of(ended.status()),
            ended.interrupted(),
            ended.violations(),
            worst,
            kinds,
            ended.error() != null);
    return seals.seal(places.took(end), new ExecutionRow.Took(ended.calls(), ended.use()).toJson());
  }

  private void add(ExecutionPlaces places, int n, Violation violation) {
    sql.update(
        """
        insert into violation (execution, n, tenant, project, kind, severity, witness, action,
          target, at, epoch)
        select seq, ?, tenant, project, ?, ?, ?, ?, ?, ?, ? from execution where id = ?
        """,
        n,
        WireName.of(violation.kind()),
        ExecutionCodes.level(violation.severity()),
        WireName.of(violation.witness()),
        seals.seal(places.action(n, violation), violation.action()),
        seals.seal(places.target(n), violation.target()),
        violation.at().toEpochMilli(),
        seals.epoch(places.namespace().tenant()),
        places.id().value());
  }

  /** Seals an execution and its violations with the newest keys, unless they are already. */
  void sealAnew(Namespace namespace, ExecutionId id) {
    if (!seals.isOn()) {
      return;
    }
    Optional<ExecutionRecord> there =
        sql.first(
            ExecutionRow.COLUMNS
                + "where e.id = ? and e.tenant = ? and e.project = ? and e.epoch < ?",
            rows::execution,
            id.value(),
            namespace.tenant(),
            namespace.project(),
            seals.epoch(namespace.tenant()));
    there.ifPresent(execution -> sealAnew(execution, violations(namespace, id)));
  }

  private void sealAnew(ExecutionRecord execution, List<Violation> violations) {
    ExecutionPlaces places = new ExecutionPlaces(execution.namespace(), execution.id());
    ExecutionRecord.Ended ended = execution.ended();
    sql.update(
        """
        update execution set session = ?, config = ?, source_hash = ?, source = ?, error = ?,
          took = ?, epoch = ? where id = ?
        """,
        seals.sealIfPresent(places.session(), execution.session()),
        config(places, execution),
        seals.seal(places.sourceHash(), execution.sourceHash()),
        seals.sealIfPresent(places.source(), execution.source()),
        ended == null ? null : seals.sealIfPresent(places.error(), ended.error()),
        ended == null ? null : took(places, ended, worst(violations), kinds(violations)),
        seals.epoch(execution.namespace().tenant()),
        execution.id().value());
    sql.update(
        "delete from violation where execution = (select seq from execution where id = ?)",
        execution.id().value());
    for (int n = 0; n < violations.size(); n++) {
      add(places, n, violations.get(n));
    }
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
        rows::execution,
        id.value(),
        namespace.tenant(),
        namespace.project());
  }

  @Override
  public List<ExecutionRecord> list(ExecutionFilter filter, int limit) {
    return ExecutionConditions.of(filter, sql)
        .map(conditions ->
            sql.list(listing(conditions), rows::execution, conditions.arguments(limit)))
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
        row -> new StoredViolation(ExecutionRow.executionOf(row), rows.violation(row)),
        conditions.arguments(limit));
  }

  /** Returns the query of {@link #violations}: without its index it would read every execution. */
  static String violating(ExecutionConditions conditions) {
    return "select %s from execution e indexed by execution_violated "
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
        rows::violation,
        id.value(),
        namespace.tenant(),
        namespace.project());
  }

  @Override
  public List<ExecutionRecord> unfinished(int limit) {
    return sql.list(UNFINISHED, rows::execution, limit);
  }

  @Override
  public boolean rewrite(ExecutionRecord record, List<Violation> violations) {
    boolean there = find(record.namespace(), record.id()).isPresent();
    if (there) {
      sealAnew(record.namespace(), record.id());
      sealAnew(record, violations);
    }
    return there;
  }

  @Override
  public List<String> projects(String tenant) {
    return sql.list(
        "select distinct project from execution where tenant = ? order by project",
        row -> row.getString(1),
        tenant);
  }

  @Override
  public boolean remove(Namespace namespace, ExecutionId id) {
    return sql.update(
            """
            delete from execution
            where id = ? and tenant = ? and project = ? and ended_at is not null
            """,
            id.value(),
            namespace.tenant(),
            namespace.project())
        == 1;
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
