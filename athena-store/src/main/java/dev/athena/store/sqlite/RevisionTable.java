package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.json.JsonCodec;
import dev.athena.memory.MemoryId;
import dev.athena.memory.Revision;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.List;

/** The table {@code revision}, as one transaction sees it. */
final class RevisionTable {
  private final Sql sql;
  private final Seals seals;

  RevisionTable(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
  }

  /** Adds the earlier revisions of a memory that is there. */
  void add(Namespace namespace, MemoryId id, List<Revision> earlier) {
    earlier.forEach(revision -> keep(namespace, id, revision));
  }

  /** Puts others in the place of those of a memory. */
  void replace(Namespace namespace, MemoryId id, List<Revision> earlier) {
    sql.update(
        "delete from revision where seq = (select seq from memory where id = ?)", id.value());
    add(namespace, id, earlier);
  }

  /** Adds one. */
  void keep(Namespace namespace, MemoryId id, Revision revision) {
    int number = revision.number();
    long replacedAt = revision.replacedAt().toEpochMilli();
    sql.update(
        """
        insert into revision (seq, number, tenant, project, replaced_at, content, fields, epoch)
        select seq, ?, tenant, project, ?, ?, ?, ? from memory where id = ?
        """,
        number,
        replacedAt,
        seals.seal(MemoryColumns.content(namespace, id, number), revision.content()),
        seals.seal(fields(namespace, id, number, replacedAt), JsonCodec.write(revision.fields())),
        seals.epoch(namespace.tenant()),
        id.value());
  }

  /** Returns the revisions of a memory, oldest first. */
  List<Revision> of(Namespace namespace, MemoryId id) {
    return sql.list(
        """
        select r.number, r.replaced_at, r.content, r.fields, r.epoch
        from memory m join revision r on r.seq = m.seq
        where m.id = ? and m.tenant = ? and m.project = ? order by r.number
        """,
        row -> {
          int number = row.getInt(1);
          long replacedAt = row.getLong(2);
          long epoch = row.getLong(5);
          Place content = MemoryColumns.content(namespace, id, number);
          Place fields = fields(namespace, id, number, replacedAt);
          return new Revision(
              number,
              Instant.ofEpochMilli(replacedAt),
              seals.text(content, epoch, row.getObject(3)),
              JsonCodec.readObject(seals.text(fields, epoch, row.getObject(4))));
        },
        id.value(),
        namespace.tenant(),
        namespace.project());
  }

  /** Seals anew what is sealed with older keys, or not at all. */
  void sealAnew(Namespace namespace, MemoryId id) {
    List<Revision> all = of(namespace, id);
    if (!all.isEmpty()) {
      replace(namespace, id, all);
    }
  }

  private static Place fields(Namespace namespace, MemoryId id, int number, long replacedAt) {
    return new Place(
        namespace.tenant(),
        "revision",
        Binding.of(id.value(), namespace.project(), number, replacedAt),
        "fields");
  }
}
