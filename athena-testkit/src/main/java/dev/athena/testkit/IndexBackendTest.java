package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.embedding.Vector;
import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.IndexStatus;
import dev.athena.index.IndexStore;
import dev.athena.index.PendingEntry;
import dev.athena.index.Prepared;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.index.Vectors;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.text.TextAnalysis;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the contracts of the search index have in common. */
abstract class IndexBackendTest extends BackendTest {
  final WordsEmbedder embedder = new WordsEmbedder();

  final List<MemoryId> found(String question) {
    return found(question, SearchFilter.ALL);
  }

  final List<MemoryId> found(String question, SearchFilter filter) {
    return ids(search(request(HERE, question, filter)));
  }

  final Findings search(SearchRequest request) {
    return read(IndexStore.class, index -> index.search(request));
  }

  final List<Evidence> evidence(SearchRequest request, List<MemoryId> ids) {
    return read(IndexStore.class, index -> index.evidence(request, ids));
  }

  final SearchRequest request(Namespace namespace, String question, SearchFilter filter) {
    return request(namespace, filter, terms(question), null);
  }

  final SearchRequest vectorRequest(Namespace namespace, String question) {
    return request(namespace, SearchFilter.ALL, terms(question), embedder.embedQuestion(question));
  }

  final SearchRequest request(
      Namespace namespace, SearchFilter filter, List<String> terms, @Nullable Vector vector) {
    return new SearchRequest(namespace, filter, terms, vector, embedder.model(), Set.of());
  }

  static List<String> terms(String question) {
    return TextAnalysis.ofQuestion(question).counts().keySet().stream().sorted().toList();
  }

  static List<MemoryId> ids(Findings findings) {
    return findings.evidence().stream().map(Evidence::id).toList();
  }

  static Evidence only(Findings findings, MemoryId id) {
    List<Evidence> found = findings.evidence().stream().filter(one -> one.id().equals(id)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  final IndexStatus status(Namespace namespace) {
    return read(IndexStore.class, index -> index.status(namespace));
  }

  final List<PendingEntry> pending() {
    return read(IndexStore.class, index -> index.pending(100));
  }

  final List<PendingEntry> contextPending() {
    return read(IndexStore.class, index -> index.contextPending(100));
  }

  final void putContextVector(PendingEntry entry, String text) {
    write(
        IndexStore.class,
        index -> index.putContextVector(entry, embedder.model(), embedder.embedQuestion(text)));
  }

  final boolean removeEntry(Namespace namespace, MemoryId id) {
    return storage().write(tx -> tx.store(IndexStore.class).remove(namespace, id));
  }

  final void embed(MemoryId id, int revision, String text) {
    putVectors(new PendingEntry(HERE, id, revision), vectors(text, null));
  }

  final void putVectors(PendingEntry entry, Vectors vectors) {
    write(
        IndexStore.class,
        index -> {
          index.adoptModel(embedder.model(), embedder.centre());
          index.putVectors(entry, embedder.model(), vectors);
        });
  }

  final Vectors vectors(String own, @Nullable String context) {
    return new Vectors(
        embedder.embedQuestion(own), context == null ? null : embedder.embedQuestion(context));
  }

  final void change(MemoryId id, String content, FactMetadata metadata) {
    Fact present = read(FactStore.class, facts -> facts.find(HERE, id)).orElseThrow();
    store(semantic.prepareChange(present, new RememberFact(content, metadata)));
  }

  final void store(Prepared<Fact> changed) {
    storage()
        .<Boolean>write(tx -> {
          semantic.storeChange(tx, changed);
          return true;
        });
  }
}
