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
  static final String COLUMNS =
      "select id, tenant, project, content, fields, recorded_at, revision, superseded_by from memory ";

  private final Sql sql;
  private final MemoryKind kind;

  MemoryTable(Sql sql, MemoryKind kind) {
    this.sql = sql;
    this.kind = kind;
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

  @Override
  public final Optional<MemoryId> findSame(Namespace namespace, Identity identity) {
    return sql.first(
        "select id from memory where tenant = ? and project = ? and kind = ? and identity = ?",
        row -> new MemoryId(row.getString(1)),
        namespace.tenant(),
        namespace.project(),
        kind.wireName(),
        bytes(identity));
  }

  @Override
  public final void add(M memory, Identity identity) {
    if (insert(memory, identity) != 1) {
      throw sql.refusal(memory.id().value() + " is there already");
    }
  }

  @Override
  public final boolean restore(M memory, @Nullable Identity identity, List<Revision> revisions) {
    if (insert(memory, identity) != 1) {
      return false;
    }
    for (Revision revision : revisions) {
      sql.update(
          """
          insert into revision (seq, number, tenant, project, replaced_at, content, fields)
          select seq, ?, tenant, project, ?, ?, ? from memory where id = ?
          """,
          revision.number(),
          revision.replacedAt().toEpochMilli(),
          revision.content(),
          JsonCodec.write(revision.fields()),
          memory.id().value());
    }
    return true;
  }

  @Override
  public final Optional<Identity> identity(Namespace namespace, MemoryId id) {
    return sql.first(
        """
        select identity from memory
        where id = ? and tenant = ? and project = ? and kind = ? and identity is not null
        """,
        row -> new Identity(HexFormat.of().formatHex(row.getBytes(1))),
        id.value(),
        namespace.tenant(),
        namespace.project(),
        kind.wireName());
  }

  /** Adds a row unless the id is taken; returns how many were added. */
  private int insert(M memory, @Nullable Identity identity) {
    IndexedColumns indexed = indexed(memory);
    return sql.update(
        """
        insert into memory (id, tenant, project, kind, content, fields, identity, name, session_id,
          type, happened_at, recorded_at, revision, superseded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
        """,
        memory.id().value(),
        memory.namespace().tenant(),
        memory.namespace().project(),
        kind.wireName(),
        memory.content(),
        JsonCodec.write(fields(memory)),
        identity == null ? null : bytes(identity),
        indexed.name(),
        indexed.sessionId(),
        indexed.type(),
        indexed.happenedAt().toEpochMilli(),
        memory.recordedAt().toEpochMilli(),
        memory.revision(),
        indexed.supersededBy());
  }

  @Override
  public final void replace(M memory, Identity identity, Instant replacedAt) {
    IndexedColumns indexed = indexed(memory);
    keepAsRevision(memory.namespace(), memory.id(), replacedAt);
    int rows =
        sql.update(
            """
            update memory set content = ?, fields = ?, identity = ?, name = ?, session_id = ?,
              type = ?, happened_at = ?, revision = ?, superseded_by = ?
            where id = ? and tenant = ? and project = ?
            """,
            memory.content(),
            JsonCodec.write(fields(memory)),
            indexed.supersededBy() == null ? bytes(identity) : null,
            indexed.name(),
            indexed.sessionId(),
            indexed.type(),
            indexed.happenedAt().toEpochMilli(),
            memory.revision(),
            indexed.supersededBy(),
            memory.id().value(),
            memory.namespace().tenant(),
            memory.namespace().project());
    if (rows != 1) {
      throw sql.refusal("there is no " + memory.id().value() + " to replace");
    }
  }

  private void keepAsRevision(Namespace namespace, MemoryId id, Instant replacedAt) {
    M present = find(namespace, id).orElseThrow(() -> sql.refusal("there is no " + id.value()));
    sql.update(
        """
        insert into revision (seq, number, tenant, project, replaced_at, content, fields)
        select seq, revision, tenant, project, ?, content, ? from memory where id = ?
        """,
        replacedAt.toEpochMilli(),
        JsonCodec.write(present.fields()),
        id.value());
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
    return sql.list(
        """
        select r.number, r.replaced_at, r.content, r.fields
        from memory m join revision r on r.seq = m.seq
        where m.id = ? and m.tenant = ? and m.project = ? order by r.number
        """,
        row ->
            new Revision(
                row.getInt(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                JsonCodec.readObject(row.getString(4))),
        id.value(),
        namespace.tenant(),
        namespace.project());
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
        """
        select m.id, m.content, m.fields, r.content, r.fields
        from memory m left join revision r on r.seq = m.seq
        where m.tenant = ? and m.project = ? and m.kind = ? order by m.id
        """,
        row -> {
          if (found.size() < limit && isMentioned(row, mentions)) {
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
    String supersededBy = row.getString(8);
    return read(
        new StoredRow(
            new MemoryId(row.getString(1)),
            new Namespace(row.getString(2), row.getString(3)),
            row.getString(4),
            JsonCodec.readObject(row.getString(5)),
            Instant.ofEpochMilli(row.getLong(6)),
            row.getInt(7),
            supersededBy == null ? null : new MemoryId(supersededBy)));
  }

  private static boolean isMentioned(ResultSet row, Mentions mentions) throws SQLException {
    return mentions.inText(row.getString(2))
        || mentions.inFields(JsonCodec.readObject(row.getString(3)))
        || isInRevision(row, mentions);
  }

  private static boolean isInRevision(ResultSet row, Mentions mentions) throws SQLException {
    String content = row.getString(4);
    String fields = row.getString(5);
    return content != null
        && fields != null
        && (mentions.inText(content) || mentions.inFields(JsonCodec.readObject(fields)));
  }

  /** Returns an identity as the column of that name holds it. */
  static byte[] bytes(Identity identity) {
    return HexFormat.of().parseHex(identity.sha256());
  }
}
