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

  /** What a transaction works with. */
  record Session(Sql sql, Seals seals, Memos memos) {}

  private final Session session;
  private final Sql sql;
  private final Seals seals;
  private final boolean writes;
  private final IndexRows rows;

  SqliteIndexStore(Session session, boolean writes) {
    this.session = session;
    this.sql = session.sql();
    this.seals = session.seals();
    this.writes = writes;
    this.rows = new IndexRows(sql, seals);
  }

  @Override
  public void put(IndexEntry entry) {
    long seq =
        seq(entry.namespace(), entry.id())
            .orElseThrow(() -> sql.refusal("no memory " + entry.id().value()));
    rows.clear(entry.namespace(), seq);
    Instant to = entry.lifetime().to();
    new SearchRow(
            seq,
            entry.namespace(),
            Mirror.kindCode(entry.id().kind()),
            entry.lifetime().from().toEpochMilli(),
            to == null ? null : to.toEpochMilli(),
            entry.confidence(),
            entry.terms().length(),
            null)
        .write(sql, seals);
    rows.putTerms(new MemoryParts(entry.namespace(), seq, entry.id()), TermVector.of(entry));
    ChangeLog.note(sql, seals, seq);
  }

  @Override
  public void end(Namespace namespace, MemoryId id, @Nullable Instant to) {
    seq(namespace, id)
        .ifPresent(seq -> {
          Long end = to == null ? null : to.toEpochMilli();
          rows.find(namespace, seq).ifPresent(row -> row.ending(end).write(sql, seals));
          ChangeLog.note(sql, seals, seq);
        });
  }

  @Override
  public boolean remove(Namespace namespace, MemoryId id) {
    Optional<Long> seq = seq(namespace, id);
    if (seq.isEmpty() || !rows.clear(namespace, seq.get())) {
      return false;
    }
    ChangeLog.note(sql, seals, seq.get());
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
        .ifPresent(seq -> putVectors(seq, entry, model, vectors));
  }

  @Override
  public void putContextVector(PendingEntry entry, String model, Vector context) {
    sql.first(
            """
            select v.seq, v.data, v.epoch
            from memory m join search_row r using (seq) join vector v using (seq)
            where m.id = ? and m.tenant = ? and m.project = ? and r.context_pending = 1
              and r.model = ?
            """,
            row -> {
              MemoryParts parts = new MemoryParts(entry.namespace(), row.getLong(1), entry.id());
              byte[] data = seals.bytes(parts.vector(), row.getLong(3), row.getBytes(2));
              return Vector.ofHalfFloats(data);
            },
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
    StoreRows store = new StoreRows(sql, seals);
    store.putModel(model, centre.toHalfFloats());
    store.put(MODEL_SETTING, model);
  }

  @Override
  public Optional<String> adoptedModel() {
    return new StoreRows(sql, seals).setting(MODEL_SETTING);
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
    return session
        .memos()
        .mirrors()
        .search(
            request.namespace(),
            sql,
            seals,
            mirror -> work.apply(new IndexSearch(session, request, mirror)));
  }

  private void putVectors(long seq, PendingEntry entry, String model, Vectors vectors) {
    Vector own = vectors.passage();
    @Nullable Vector context = vectors.context();
    BitPlanes planes =
        session
            .memos()
            .planes()
            .of(session, model)
            .orElseThrow(() -> sql.refusal("a model without its centre: " + model));
    Optional<SearchRow> row = rows.find(entry.namespace(), seq);
    if (row.isEmpty()) {
      return;
    }
    row.get()
        .with(
            new SearchRow.Planes(
                model,
                vectors.isContextPending(),
                ByteBuffer.wrap(BitPlanes.pack(planes.of(own))),
                context == null ? null : ByteBuffer.wrap(BitPlanes.pack(planes.of(context)))))
        .write(sql, seals);
    rows.putVector(new MemoryParts(entry.namespace(), seq, entry.id()), packed(own, context));
    ChangeLog.note(sql, seals, seq);
  }

  private static byte[] packed(Vector own, @Nullable Vector context) {
    byte[] first = own.toHalfFloats();
    if (context == null) {
      return first;
    }
    byte[] second = context.toHalfFloats();
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
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
