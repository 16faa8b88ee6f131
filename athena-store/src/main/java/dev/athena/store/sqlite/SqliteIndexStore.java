package dev.athena.store.sqlite;

import dev.athena.embedding.Centre;
import dev.athena.embedding.Vector;
import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.IndexEntry;
import dev.athena.index.IndexStatus;
import dev.athena.index.IndexStore;
import dev.athena.index.PendingEntry;
import dev.athena.index.SearchRequest;
import dev.athena.index.Vectors;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The search index in the tables {@code search_row}, {@code term_vector} and {@code vector}. */
final class SqliteIndexStore implements IndexStore {
  private static final String MODEL_SETTING = "embedding.model";

  private final Sql sql;
  private final Memos memos;
  private final boolean writes;
  private final PostingLists postings;

  SqliteIndexStore(Sql sql, Memos memos, boolean writes) {
    this.sql = sql;
    this.memos = memos;
    this.writes = writes;
    this.postings = new PostingLists(sql);
  }

  @Override
  public void put(IndexEntry entry) {
    long seq =
        seq(entry.namespace(), entry.id())
            .orElseThrow(() -> sql.refusal("no memory " + entry.id().value()));
    clear(seq);
    TermVector terms = TermVector.of(entry);
    String tenant = entry.namespace().tenant();
    String project = entry.namespace().project();
    Instant to = entry.lifetime().to();
    sql.update(
        """
        insert into search_row
          (seq, tenant, project, kind, starts_at, ends_at, confidence, length)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        seq,
        tenant,
        project,
        Mirror.kindCode(entry.id().kind()),
        entry.lifetime().from().toEpochMilli(),
        to == null ? null : to.toEpochMilli(),
        entry.confidence(),
        entry.terms().length());
    sql.update(
        "insert into term_vector (seq, tenant, project, id, terms) values (?, ?, ?, ?, ?)",
        seq,
        tenant,
        project,
        entry.id().value(),
        terms.pack());
    postings.add(seq, terms);
    ChangeLog.note(sql, seq);
  }

  @Override
  public void end(Namespace namespace, MemoryId id, @Nullable Instant to) {
    seq(namespace, id)
        .ifPresent(seq -> {
          Long end = to == null ? null : to.toEpochMilli();
          sql.update("update search_row set ends_at = ? where seq = ?", end, seq);
          ChangeLog.note(sql, seq);
        });
  }

  @Override
  public boolean remove(Namespace namespace, MemoryId id) {
    Optional<Long> seq = seq(namespace, id);
    if (seq.isEmpty() || !clear(seq.get())) {
      return false;
    }
    ChangeLog.note(sql, seq.get());
    return true;
  }

  @Override
  public void putVectors(PendingEntry entry, String model, Vectors vectors) {
    sql.first(
            """
            select seq from memory where id = ? and tenant = ? and project = ? and revision = ?
            """,
            row -> row.getLong(1),
            entry.id().value(),
            entry.namespace().tenant(),
            entry.namespace().project(),
            entry.revision())
        .filter(_ -> adoptedModel().equals(Optional.of(model)))
        .ifPresent(seq -> putVectors(seq, entry.namespace(), model, vectors));
  }

  @Override
  public void putContextVector(PendingEntry entry, String model, Vector context) {
    sql.first(
            """
            select v.data from memory m join search_row r using (seq) join vector v using (seq)
            where m.id = ? and m.tenant = ? and m.project = ? and r.context_pending = 1
              and r.model = ?
            """,
            row -> Vector.ofHalfFloats(row.getBytes(1)),
            entry.id().value(),
            entry.namespace().tenant(),
            entry.namespace().project(),
            model)
        .ifPresent(own -> putVectors(entry, model, new Vectors(own, context)));
  }

  @Override
  public void adoptModel(String model, Centre centre) {
    if (adoptedModel().equals(Optional.of(model))) {
      return;
    }
    sql.update("update search_row set model = null, context_pending = 0 where model <> ?", model);
    sql.update(
        "insert or ignore into embedding_model (name, centre) values (?, ?)",
        model,
        centre.toHalfFloats());
    sql.update("insert or replace into setting (name, value) values (?, ?)", MODEL_SETTING, model);
  }

  @Override
  public Optional<String> adoptedModel() {
    return sql.first(
        "select value from setting where name = ?", row -> row.getString(1), MODEL_SETTING);
  }

  @Override
  public List<PendingEntry> pending(int limit) {
    return newest("r.model is null", limit);
  }

  @Override
  public List<PendingEntry> contextPending(int limit) {
    return newest("r.context_pending = 1", limit);
  }

  private List<PendingEntry> newest(String condition, int limit) {
    return sql.list(
        """
        select m.tenant, m.project, m.id, m.revision from search_row r join memory m on m.seq = r.seq
        where %s order by r.seq desc limit ?
        """
            .formatted(condition),
        row ->
            new PendingEntry(
                new Namespace(row.getString(1), row.getString(2)),
                new MemoryId(row.getString(3)),
                row.getInt(4)),
        limit);
  }

  @Override
  public Findings search(SearchRequest request) {
    return searching(request, IndexSearch::findings);
  }

  @Override
  public List<Evidence> evidence(SearchRequest request, Collection<MemoryId> ids) {
    List<Long> seqs = new ArrayList<>();
    ids.forEach(id -> seq(request.namespace(), id).ifPresent(seqs::add));
    return searching(request, search -> search.evidenceOf(seqs));
  }

  @Override
  public IndexStatus status(Namespace namespace) {
    String place = "from search_row where tenant = ? and project = ?";
    String tenant = namespace.tenant();
    String project = namespace.project();
    return new IndexStatus(
        sql.number("select count(*) " + place, tenant, project),
        sql.number("select count(*) " + place + " and model is null", tenant, project),
        sql.number("select count(*) " + place + " and context_pending = 1", tenant, project));
  }

  /** A mirror must not see what may still be rolled back. */
  private <T> T searching(SearchRequest request, Function<IndexSearch, T> work) {
    if (writes) {
      throw new IllegalStateException("a search belongs in a read transaction");
    }
    return memos
        .mirrors()
        .search(
            request.namespace(),
            sql,
            mirror -> work.apply(new IndexSearch(sql, request, mirror, memos)));
  }

  private void putVectors(long seq, Namespace namespace, String model, Vectors vectors) {
    Vector own = vectors.passage();
    @Nullable Vector context = vectors.context();
    BitPlanes planes =
        memos
            .planes()
            .of(sql, model)
            .orElseThrow(() -> sql.refusal("a model without its centre: " + model));
    int rows =
        sql.update(
            """
            update search_row set model = ?, bits = ?, context_bits = ?, context_pending = ?
            where seq = ?
            """,
            model,
            BitPlanes.pack(planes.of(own)),
            context == null ? null : BitPlanes.pack(planes.of(context)),
            vectors.isContextPending() ? 1 : 0,
            seq);
    if (rows == 0) {
      return;
    }
    sql.update(
        "insert or replace into vector (seq, tenant, project, data) values (?, ?, ?, ?)",
        seq,
        namespace.tenant(),
        namespace.project(),
        packed(own, context));
    ChangeLog.note(sql, seq);
  }

  private static byte[] packed(Vector own, @Nullable Vector context) {
    byte[] first = own.toHalfFloats();
    if (context == null) {
      return first;
    }
    byte[] second = context.toHalfFloats();
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  /** Takes a row out of the index; returns whether it was there. */
  private boolean clear(long seq) {
    Optional<byte[]> terms =
        sql.first("select terms from term_vector where seq = ?", row -> row.getBytes(1), seq);
    if (terms.isEmpty()) {
      return false;
    }
    postings.remove(seq, TermVector.unpack(terms.get()));
    sql.update("delete from vector where seq = ?", seq);
    sql.update("delete from term_vector where seq = ?", seq);
    sql.update("delete from search_row where seq = ?", seq);
    return true;
  }

  private Optional<Long> seq(Namespace namespace, MemoryId id) {
    return sql.first(
        "select seq from memory where id = ? and tenant = ? and project = ?",
        row -> row.getLong(1),
        id.value(),
        namespace.tenant(),
        namespace.project());
  }
}
