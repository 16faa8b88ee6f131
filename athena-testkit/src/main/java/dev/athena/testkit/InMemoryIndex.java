package dev.athena.testkit;

import dev.athena.embedding.Centre;
import dev.athena.embedding.Vector;
import dev.athena.index.Bm25;
import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.IndexEntry;
import dev.athena.index.IndexStatus;
import dev.athena.index.IndexStore;
import dev.athena.index.Label;
import dev.athena.index.Lifetime;
import dev.athena.index.PendingEntry;
import dev.athena.index.SearchRequest;
import dev.athena.index.Vectors;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.testkit.InMemoryState.Indexed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The search index in main memory: every search looks at every entry of its namespace. */
final class InMemoryIndex implements IndexStore {
  private final InMemoryState state;
  private final boolean writes;

  InMemoryIndex(InMemoryState state, boolean writes) {
    this.state = state;
    this.writes = writes;
  }

  @Override
  public void put(IndexEntry entry) {
    if (state.row(entry.namespace(), entry.id()).isEmpty()) {
      throw new IllegalStateException("no memory " + entry.id().value());
    }
    state.index.put(entry.id(), new Indexed(entry));
  }

  @Override
  public void end(Namespace namespace, MemoryId id, @Nullable Instant to) {
    state
        .indexed(namespace, id)
        .ifPresent(known -> {
          IndexEntry entry = known.entry();
          IndexEntry ended = entry.lasting(new Lifetime(entry.lifetime().from(), to));
          state.index.put(id, new Indexed(ended, known.model(), known.vectors()));
        });
  }

  @Override
  public boolean remove(Namespace namespace, MemoryId id) {
    boolean there = state.indexed(namespace, id).isPresent();
    if (there) {
      state.index.remove(id);
    }
    return there;
  }

  @Override
  public void putVectors(PendingEntry entry, String model, Vectors vectors) {
    boolean current =
        model.equals(state.model)
            && state
                .row(entry.namespace(), entry.id())
                .filter(row -> row.memory().revision() == entry.revision())
                .isPresent();
    Indexed known = state.indexed(entry.namespace(), entry.id()).orElse(null);
    if (current && known != null) {
      state.index.put(entry.id(), new Indexed(known.entry(), model, stored(vectors)));
    }
  }

  @Override
  public void putContextVector(PendingEntry entry, String model, Vector context) {
    state
        .indexed(entry.namespace(), entry.id())
        .filter(known -> model.equals(known.model()))
        .map(Indexed::vectors)
        .filter(Vectors::isContextPending)
        .ifPresent(own -> putVectors(entry, model, new Vectors(own.passage(), context)));
  }

  @Override
  public void adoptModel(String model, Centre centre) {
    state.model = model;
    state.index.replaceAll(
        (_, known) -> model.equals(known.model()) ? known : new Indexed(known.entry()));
  }

  @Override
  public Optional<String> adoptedModel() {
    return Optional.ofNullable(state.model);
  }

  @Override
  public List<PendingEntry> pending(int limit) {
    return newest(limit, known -> known.model() == null);
  }

  @Override
  public List<PendingEntry> contextPending(int limit) {
    return newest(limit, InMemoryIndex::waitsForContext);
  }

  private static boolean waitsForContext(Indexed known) {
    Vectors vectors = known.vectors();
    return vectors != null && vectors.isContextPending();
  }

  private List<PendingEntry> newest(int limit, Predicate<Indexed> wanted) {
    List<MemoryId> newestFirst = new ArrayList<>(state.rows.keySet()).reversed();
    return newestFirst.stream()
        .filter(id -> state.index.containsKey(id) && wanted.test(state.index.get(id)))
        .map(state.rows::get)
        .map(row ->
            new PendingEntry(row.memory().namespace(), row.memory().id(), row.memory().revision()))
        .limit(limit)
        .toList();
  }

  @Override
  public Findings search(SearchRequest request) {
    checkReads();
    List<Indexed> here = here(request.namespace());
    List<Double> weights = Bm25.weights(inverseFrequencies(request.terms(), here));
    List<Evidence> evidence =
        here.stream()
            .filter(known -> request.filter().admits(known.entry()))
            .map(known -> evidence(known, request, here))
            .filter(one -> one.cosine() != null || one.shares().stream().anyMatch(s -> s > 0))
            .toList();
    return new Findings(evidence, weights, here.size());
  }

  @Override
  public List<Evidence> evidence(SearchRequest request, Collection<MemoryId> ids) {
    checkReads();
    List<Indexed> here = here(request.namespace());
    return ids.stream()
        .flatMap(id -> state.indexed(request.namespace(), id).stream())
        .filter(known -> request.filter().admits(known.entry()))
        .map(known -> evidence(known, request, here))
        .toList();
  }

  @Override
  public IndexStatus status(Namespace namespace) {
    List<Indexed> here = here(namespace);
    return new IndexStatus(
        here.size(),
        here.stream().filter(known -> known.model() == null).count(),
        here.stream().filter(InMemoryIndex::waitsForContext).count());
  }

  private void checkReads() {
    if (writes) {
      throw new IllegalStateException("a search belongs in a read transaction");
    }
  }

  private List<Indexed> here(Namespace namespace) {
    return state.index.values().stream()
        .filter(known -> known.entry().namespace().equals(namespace))
        .toList();
  }

  private static List<Double> inverseFrequencies(List<String> terms, List<Indexed> here) {
    return terms.stream()
        .map(term -> {
          long frequency = here.stream().filter(known -> count(known, term) > 0).count();
          return Bm25.inverseDocumentFrequency(frequency, here.size());
        })
        .toList();
  }

  private static Evidence evidence(Indexed known, SearchRequest request, List<Indexed> here) {
    double average =
        here.stream().mapToInt(each -> each.entry().terms().length()).average().orElse(0);
    int length = known.entry().terms().length();
    List<Double> shares =
        request.terms().stream()
            .map(term -> count(known, term))
            .map(count -> count == 0 ? 0 : Bm25.share(count, length, average))
            .toList();
    Set<Label> carried = new HashSet<>(request.askedAfter());
    carried.retainAll(known.entry().labels());
    Vector question = request.vector();
    Vectors vectors = request.model().equals(known.model()) ? known.vectors() : null;
    return new Evidence(
        known.entry().id(),
        known.entry().lifetime(),
        shares,
        cosine(question, vectors == null ? null : vectors.passage()),
        cosine(question, vectors == null ? null : vectors.context()),
        carried);
  }

  private static @Nullable Double cosine(@Nullable Vector question, @Nullable Vector there) {
    return question == null || there == null ? null : question.cosine(there);
  }

  private static int count(Indexed known, String term) {
    return known.entry().terms().counts().getOrDefault(term, 0);
  }

  /** Vectors are kept as 16-bit floats everywhere. */
  private static Vectors stored(Vectors vectors) {
    Vector context = vectors.context();
    return new Vectors(
        stored(vectors.passage()),
        context == null ? null : stored(context),
        vectors.isContextPending());
  }

  private static Vector stored(Vector vector) {
    return Vector.ofHalfFloats(vector.toHalfFloats());
  }
}
