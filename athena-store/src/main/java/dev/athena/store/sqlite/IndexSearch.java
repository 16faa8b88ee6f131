package dev.athena.store.sqlite;

import dev.athena.embedding.Vector;
import dev.athena.index.Bm25;
import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.Label;
import dev.athena.index.Lifetime;
import dev.athena.index.SearchRequest;
import dev.athena.memory.MemoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One search: candidates by text and by vectors, then exact evidence for each of them. */
final class IndexSearch {
  /** How many candidates come from each of text, own vectors and vectors in context. */
  private static final int CANDIDATES_MAX = 100;

  /** When a filter lets through no more than these, all of them are candidates. */
  private static final int FEW = 200;

  private final SqliteIndexStore.Session session;
  private final Sql sql;
  private final Seals seals;
  private final SearchRequest request;
  private final Mirror mirror;
  private final Memos memos;
  private final PostingLists postings;
  private final QuestionTerms question;
  private final Admitted admitted;

  IndexSearch(SqliteIndexStore.Session session, SearchRequest request, Mirror mirror) {
    this.session = session;
    this.sql = session.sql();
    this.seals = session.seals();
    this.request = request;
    this.mirror = mirror;
    this.memos = session.memos();
    this.postings = new PostingLists(sql, memos.lists(), ChangeLog.newest(sql));
    List<TermNames> names = seals.names(request.namespace().tenant());
    this.question = QuestionTerms.of(request, mirror, memos.frequencies().with(postings), names);
    this.admitted =
        Admitted.of(
            mirror, request.filter(), postings, new Admitted.Labels(request.namespace(), names));
  }

  /** Returns the most promising memories with what speaks for them. */
  Findings findings() {
    List<Integer> candidates = admitted.count() <= FEW ? admitted.all() : candidates();
    List<Evidence> evidence = evidence(candidates).stream().filter(IndexSearch::speaks).toList();
    return new Findings(evidence, question.weights(), mirror.live());
  }

  /** Of the few that a filter lets through, some may have nothing to do with the question. */
  private static boolean speaks(Evidence evidence) {
    return evidence.cosine() != null || evidence.shares().stream().anyMatch(share -> share > 0);
  }

  /** Returns what speaks for those of {@code seqs} that the filter lets through. */
  List<Evidence> evidenceOf(List<Long> seqs) {
    return evidence(
        seqs.stream().map(mirror::find).filter(row -> row >= 0 && admitted.has(row)).toList());
  }

  private List<Integer> candidates() {
    Set<Integer> candidates = new LinkedHashSet<>();
    Vector vector = request.vector();
    if (vector != null) {
      candidates.addAll(nearest(vector));
    }
    candidates.addAll(
        new TextSearch(mirror, postings, admitted, TextSearch.Budget.DEFAULT)
            .best(question, CANDIDATES_MAX));
    return List.copyOf(candidates);
  }

  private Set<Integer> nearest(Vector vector) {
    BitPlanes planes = memos.planes().of(session, request.model()).orElse(null);
    if (planes == null || planes.words() != mirror.words()) {
      return Set.of(); // of this model there is no vector here
    }
    CodedQuestion coded = new CodedQuestion(planes, vector);
    VectorScan scan = new VectorScan(mirror, admitted, request.model());
    Set<Integer> best = new LinkedHashSet<>();
    best.addAll(scan.nearest(coded, mirror.own(), CANDIDATES_MAX));
    best.addAll(scan.nearest(coded, mirror.context(), CANDIDATES_MAX));
    return best;
  }

  private List<Evidence> evidence(List<Integer> rows) {
    List<Long> seqs = rows.stream().map(mirror::seq).toList();
    TermKey keys = new TermKey(request.namespace());
    Map<Label, Long> asked =
        request.askedAfter().stream().collect(Collectors.toMap(label -> label, keys::ofLabel));
    int mark = mirror.markOf(request.model());
    List<Evidence> evidence = new ArrayList<>(rows.size());
    RowReads.each(
        sql,
        """
        select t.seq, t.id, t.terms, t.epoch, v.data, v.epoch
        from term_vector t left join vector v using (seq)
        """,
        seqs,
        row -> {
          MemoryId id = new MemoryId(row.getString(2));
          int at = mirror.find(row.getLong(1));
          MemoryParts parts = new MemoryParts(request.namespace(), row.getLong(1), id);
          byte[] packed = seals.bytes(parts.terms(), row.getLong(4), row.getBytes(3));
          TermVector terms = TermVector.unpack(packed);
          Vector vector = mark > 0 && mirror.modelMark(at) == mark ? request.vector() : null;
          Cosines cosines = null;
          if (vector != null) {
            byte[] data = seals.bytes(parts.vector(), row.getLong(6), row.getBytes(5));
            cosines = Cosines.of(vector, data);
          }
          evidence.add(evidence(id, at, new Look(terms, cosines), asked));
        });
    return evidence;
  }

  /** What was read of one memory. */
  private record Look(TermVector terms, @Nullable Cosines cosines) {}

  private Evidence evidence(MemoryId id, int row, Look look, Map<Label, Long> asked) {
    TermVector terms = look.terms();
    List<Double> shares = new ArrayList<>(question.inOrder().size());
    for (QuestionTerms.Term term : question.inOrder()) {
      int count = terms.count(term.key());
      shares.add(count == 0 ? 0 : Bm25.share(count, mirror.length(row), mirror.averageLength()));
    }
    Set<Label> carried =
        asked.entrySet().stream()
            .filter(label -> terms.has(label.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Cosines exact = look.cosines();
    return new Evidence(
        id,
        lifetime(row),
        shares,
        exact == null ? null : exact.own(),
        exact == null ? null : exact.context(),
        carried);
  }

  private Lifetime lifetime(int row) {
    long end = mirror.end(row);
    @Nullable Instant to = end == Long.MAX_VALUE ? null : Instant.ofEpochMilli(end);
    return new Lifetime(Instant.ofEpochMilli(mirror.start(row)), to);
  }
}
