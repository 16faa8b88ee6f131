package dev.athena.store.sqlite;

import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.memory.Identity;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryStore;
import dev.athena.memory.Mentions;
import dev.athena.memory.Revision;
import dev.athena.principal.Namespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one kind in the table {@code memory}. */
abstract class MemoryTable<M extends Memory> implements MemoryStore<M> {
  /** What every query that makes memories selects. */
  static final String COLUMNS = "select " + MemoryColumns.SELECTED + " from memory ";

  private final Sql sql;
  private final Seals seals;
  private final MemoryKind kind;
  private final RevisionTable revisions;

  MemoryTable(Sql sql, Seals seals, MemoryKind kind) {
    this.sql = sql;
    this.seals = seals;
    this.kind = kind;
    this.revisions = new RevisionTable(sql, seals);
  }

  /** Returns what goes into columns of its own, to be queried. */
  abstract IndexedColumns indexed(M memory);

  /** Returns what the kind adds to content, id and revision. */
  abstract JsonObject fields(M memory);

  /** Makes a memory of a row. */
  abstract M read(StoredRow row);

  final Sql sql() {
    return sql;
  }

  final Seals seals() {
    return seals;
  }

  @Override
  public final Optional<MemoryId> findSame(Namespace namespace, Identity identity) {
    List<Object> keys = seals.keys(namespace, "identity", identityBytes(identity));
    return sql.first(
        "select id from memory where tenant = ? and project = ? and kind = ? and identity in "
            + Sql.marks(keys.size()),
        row -> new MemoryId(row.getString(1)),
        place(namespace, keys).toArray());
  }

  @Override
  public final void add(M memory, Identity identity) {
    if (insert(memory, identity) != 1) {
      throw sql.refusal(memory.id().value() + " is there already");
    }
  }

  @Override
  public final boolean restore(M memory, @Nullable Identity identity, List<Revision> earlier) {
    if (insert(memory, identity) != 1) {
      return false;
    }
    revisions.add(memory.namespace(), memory.id(), earlier);
    return true;
  }

  @Override
  public final Optional<Identity> identity(Namespace namespace, MemoryId id) {
    return sql.first(
            COLUMNS + "where id = ? and tenant = ? and project = ? and kind = ?",
            this::opened,
            id.value(),
            namespace.tenant(),
            namespace.project(),
            kind.wireName())
        .map(opened -> opened.fields().identity());
  }

  /** Adds a row unless the id is taken; returns how many were added. */
  private int insert(M memory, @Nullable Identity identity) {
    refuseSame(memory, identity);
    MemoryColumns columns = columns(memory, identity);
    return sql.update(
        """
        insert into memory (id, tenant, project, kind, content, fields, identity, name, session_id,
          type, happened_at, recorded_at, revision, superseded_by, superseded_at, epoch)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
        """,
        memory.id().value(),
        memory.namespace().tenant(),
        memory.namespace().project(),
        kind.wireName(),
        seals.seal(columns.content(), memory.content()),
        sealedFields(memory, identity, columns),
        columns.identity(),
        columns.name(),
        columns.sessionId(),
        columns.type(),
        columns.happenedAt(),
        columns.recordedAt(),
        memory.revision(),
        columns.supersededBy(),
        columns.supersededAt(),
        seals.epoch(memory.namespace().tenant()));
  }

  @Override
  public final void replace(M memory, Identity identity, Instant replacedAt) {
    sealAnew(memory.namespace(), memory.id());
    keepAsRevision(memory.namespace(), memory.id(), replacedAt);
    update(memory, indexed(memory).supersededBy() == null ? identity : null);
  }

  @Override
  public final void rewrite(M memory, @Nullable Identity identity, List<Revision> earlier) {
    sealAnew(memory.namespace(), memory.id());
    update(memory, identity);
    revisions.replace(memory.namespace(), memory.id(), earlier);
  }

  private void update(M memory, @Nullable Identity taken) {
    refuseSame(memory, taken);
    MemoryColumns columns = columns(memory, taken);
    int rows =
        sql.update(
            """
            update memory set content = ?, fields = ?, identity = ?, name = ?, session_id = ?,
              type = ?, happened_at = ?, recorded_at = ?, revision = ?, superseded_by = ?,
              superseded_at = ?
            where id = ? and tenant = ? and project = ?
            """,
            seals.seal(columns.content(), memory.content()),
            sealedFields(memory, taken, columns),
            columns.identity(),
            columns.name(),
            columns.sessionId(),
            columns.type(),
            columns.happenedAt(),
            columns.recordedAt(),
            memory.revision(),
            columns.supersededBy(),
            columns.supersededAt(),
            memory.id().value(),
            memory.namespace().tenant(),
            memory.namespace().project());
    if (rows != 1) {
      throw sql.refusal("there is no " + memory.id().value() + " to replace");
    }
  }

  /** Writes that a memory is superseded, or no more, and what its fields say of it. */
  final void replaceStanding(M memory, @Nullable Identity identity) {
    sealAnew(memory.namespace(), memory.id());
    MemoryColumns columns = columns(memory, identity);
    sql.update(
        """
        update memory set superseded_by = ?, superseded_at = ?, fields = ?, identity = ?
        where id = ? and tenant = ? and project = ?
        """,
        columns.supersededBy(),
        columns.supersededAt(),
        sealedFields(memory, identity, columns),
        columns.identity(),
        memory.id().value(),
        memory.namespace().tenant(),
        memory.namespace().project());
  }

  /**
   * Seals a memory with all that belongs to it with the newest keys, unless it is already. Before a
   * change, so that what belongs to it is never of an earlier epoch than itself.
   */
  final void sealAnew(Namespace namespace, MemoryId id) {
    if (!seals.isOn()) {
      return;
    }
    sql.first(
            COLUMNS + "where id = ? and tenant = ? and project = ? and kind = ? and epoch < ?",
            row -> new Earlier(opened(row), indexed(memory(row))),
            id.value(),
            namespace.tenant(),
            namespace.project(),
            kind.wireName(),
            seals.epoch(namespace.tenant()))
        .ifPresent(this::sealAnew);
  }

  /** A row of an earlier epoch. */
  private record Earlier(Opened opened, IndexedColumns indexed) {}

  private void sealAnew(Earlier earlier) {
    Opened opened = earlier.opened();
    MemoryFields fields = opened.fields();
    MemoryId id = opened.columns().id();
    Namespace namespace = opened.columns().namespace();
    MemoryColumns columns = opened.columns().keyed(earlier.indexed(), fields.identity(), seals);
    revisions.sealAnew(namespace, id);
    new SqliteUsageStore(sql, seals).sealAnew(namespace, id);
    sql.update(
        """
        update memory set content = ?, fields = ?, identity = ?, name = ?, session_id = ?, type = ?,
          epoch = ? where id = ?
        """,
        seals.seal(columns.content(), opened.content()),
        fields.seal(columns, seals),
        columns.identity(),
        columns.name(),
        columns.sessionId(),
        columns.type(),
        seals.epoch(namespace.tenant()),
        id.value());
    long seq = sql.number("select seq from memory where id = ?", id.value());
    new IndexRows(sql, seals).sealAnew(namespace, seq);
    ChangeLog.note(sql, seals, seq);
  }

  /**
   * Refuses an identity that another memory has under a key that is about to change; all others are
   * refused by an index.
   */
  private void refuseSame(M memory, @Nullable Identity identity) {
    if (identity == null || seals.hasOneKey(memory.namespace())) {
      return;
    }
    findSame(memory.namespace(), identity)
        .filter(same -> !same.equals(memory.id()))
        .ifPresent(same -> {
          throw sql.refusal(same.value() + " has the same identity");
        });
  }

  private void keepAsRevision(Namespace namespace, MemoryId id, Instant replacedAt) {
    M present = find(namespace, id).orElseThrow(() -> sql.refusal("there is no " + id.value()));
    revisions.keep(
        namespace,
        id,
        new Revision(present.revision(), replacedAt, present.content(), present.fields()));
  }

  @Override
  public final boolean remove(Namespace namespace, MemoryId id) {
    return sql.update(
            "delete from memory where id = ? and tenant = ? and project = ?",
            id.value(),
            namespace.tenant(),
            namespace.project())
        == 1;
  }

  @Override
  public final List<M> find(Namespace namespace, Collection<MemoryId> ids) {
    List<M> found = new ArrayList<>();
    for (MemoryId id : ids) {
      sql.first(
              COLUMNS + "where id = ? and tenant = ? and project = ? and kind = ?",
              this::memory,
              id.value(),
              namespace.tenant(),
              namespace.project(),
              kind.wireName())
          .ifPresent(found::add);
    }
    return found;
  }

  @Override
  public final List<Revision> revisions(Namespace namespace, MemoryId id) {
    return revisions.of(namespace, id);
  }

  @Override
  public final List<M> page(Namespace namespace, Optional<MemoryId> after, int limit) {
    return sql.list(
        COLUMNS + "where id > ? and tenant = ? and project = ? and kind = ? order by id limit ?",
        this::memory,
        after.map(MemoryId::value).orElse(""),
        namespace.tenant(),
        namespace.project(),
        kind.wireName(),
        limit);
  }

  @Override
  public final List<MemoryId> mentioning(Namespace namespace, String words, int limit) {
    Mentions mentions = new Mentions(words);
    Set<MemoryId> found = new LinkedHashSet<>();
    sql.each(
        COLUMNS + "where tenant = ? and project = ? and kind = ? order by id",
        row -> {
          if (found.size() < limit && isMentioned(opened(row), mentions)) {
            found.add(new MemoryId(row.getString(1)));
          }
        },
        namespace.tenant(),
        namespace.project(),
        kind.wireName());
    return List.copyOf(found);
  }

  @Override
  public final long count(Namespace namespace) {
    return sql.number(
        "select count(*) from memory where tenant = ? and project = ? and kind = ?",
        namespace.tenant(),
        namespace.project(),
        kind.wireName());
  }

  /** Makes a memory of the present row of a query that begins with {@link #COLUMNS}. */
  final M memory(ResultSet row) throws SQLException {
    Opened opened = opened(row);
    MemoryColumns columns = opened.columns();
    String supersededBy = columns.supersededBy();
    return read(
        new StoredRow(
            columns.id(),
            columns.namespace(),
            opened.content(),
            JsonCodec.readObject(opened.fields().json()),
            Instant.ofEpochMilli(columns.recordedAt()),
            columns.revision(),
            supersededBy == null ? null : new MemoryId(supersededBy)));
  }

  /** A row whose sealed columns were opened. */
  private record Opened(MemoryColumns columns, String content, MemoryFields fields) {}

  private Opened opened(ResultSet row) throws SQLException {
    MemoryColumns columns = MemoryColumns.read(row);
    long epoch = row.getLong(16);
    return new Opened(
        columns,
        seals.text(columns.content(), epoch, row.getObject(14)),
        MemoryFields.open(columns, epoch, row.getObject(15), seals));
  }

  private boolean isMentioned(Opened opened, Mentions mentions) {
    return mentions.inText(opened.content())
        || mentions.inFields(JsonCodec.readObject(opened.fields().json()))
        || isInRevision(opened.columns(), mentions);
  }

  private boolean isInRevision(MemoryColumns columns, Mentions mentions) {
    return columns.revision() > 1
        && revisions(columns.namespace(), columns.id()).stream()
            .anyMatch(earlier ->
                mentions.inText(earlier.content()) || mentions.inFields(earlier.fields()));
  }

  /** Returns the arguments of a condition on tenant, project, kind and more. */
  final List<@Nullable Object> place(Namespace namespace, List<Object> more) {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(namespace.tenant());
    arguments.add(namespace.project());
    arguments.add(kind.wireName());
    arguments.addAll(more);
    return arguments;
  }

  private MemoryColumns columns(M memory, @Nullable Identity identity) {
    return MemoryColumns.of(
        new MemoryColumns.Written(
            memory.id(),
            memory.namespace(),
            kind.wireName(),
            memory.recordedAt(),
            memory.revision()),
        indexed(memory),
        MemoryFields.bytes(identity),
        seals);
  }

  private Object sealedFields(M memory, @Nullable Identity identity, MemoryColumns columns) {
    return new MemoryFields(identity, JsonCodec.write(fields(memory))).seal(columns, seals);
  }

  private static byte[] identityBytes(Identity identity) {
    return HexFormat.of().parseHex(identity.sha256());
  }
}
