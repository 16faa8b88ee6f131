package dev.athena.store.sqlite;

import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.util.Optional;

/** What the index keeps of each memory, as one transaction reads and writes it. */
final class IndexRows {
  private final Sql sql;
  private final Seals seals;
  private final PostingLists postings;

  IndexRows(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
    this.postings = new PostingLists(sql);
  }

  /** The terms of a row as they are kept. */
  private record Kept(MemoryId id, long epoch, TermVector terms) {}

  Optional<SearchRow> find(Namespace namespace, long seq) {
    return sql.first(
        "select " + SearchRow.COLUMNS + " from search_row where seq = ?",
        row -> SearchRow.read(row, 1, namespace, seals),
        seq);
  }

  /** Adds the terms of a row that has none. */
  void putTerms(MemoryParts parts, TermVector terms) {
    String tenant = parts.namespace().tenant();
    long epoch = seals.epoch(tenant);
    sql.update(
        "insert into term_vector (seq, tenant, project, id, terms, epoch) values (?, ?, ?, ?, ?, ?)",
        parts.seq(),
        tenant,
        parts.namespace().project(),
        parts.id().value(),
        seals.seal(parts.terms(), terms.pack()),
        epoch);
    postings.add(parts.seq(), terms, seals.names(tenant, epoch));
  }

  /** Puts the vectors of a row. */
  void putVector(MemoryParts parts, byte[] data) {
    sql.update(
        "insert or replace into vector (seq, tenant, project, data, epoch) values (?, ?, ?, ?, ?)",
        parts.seq(),
        parts.namespace().tenant(),
        parts.namespace().project(),
        seals.seal(parts.vector(), data),
        seals.epoch(parts.namespace().tenant()));
  }

  /** Takes a row out of the index; returns whether it was there. */
  boolean clear(Namespace namespace, long seq) {
    if (!clearTerms(namespace, seq).isPresent()) {
      return false;
    }
    sql.update("delete from vector where seq = ?", seq);
    sql.update("delete from search_row where seq = ?", seq);
    return true;
  }

  /** Seals and hashes a row with the newest keys. */
  void sealAnew(Namespace namespace, long seq) {
    find(namespace, seq).ifPresent(row -> row.write(sql, seals));
    clearTerms(namespace, seq)
        .ifPresent(kept -> {
          MemoryParts parts = new MemoryParts(namespace, seq, kept.id());
          putTerms(parts, kept.terms());
          sql.first(
                  "select data, epoch from vector where seq = ?",
                  row -> seals.bytes(parts.vector(), row.getLong(2), row.getBytes(1)),
                  seq)
              .ifPresent(data -> putVector(parts, data));
        });
  }

  private Optional<Kept> clearTerms(Namespace namespace, long seq) {
    Optional<Kept> there =
        sql.first(
            "select id, epoch, terms from term_vector where seq = ?",
            row -> {
              MemoryId id = new MemoryId(row.getString(1));
              long epoch = row.getLong(2);
              MemoryParts parts = new MemoryParts(namespace, seq, id);
              byte[] packed = seals.bytes(parts.terms(), epoch, row.getBytes(3));
              return new Kept(id, epoch, TermVector.unpack(packed));
            },
            seq);
    there.ifPresent(kept -> {
      postings.remove(seq, kept.terms(), seals.names(namespace.tenant(), kept.epoch()));
      sql.update("delete from term_vector where seq = ?", seq);
    });
    return there;
  }
}
