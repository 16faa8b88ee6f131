package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.IndexStatus;
import dev.athena.index.IndexStore;
import dev.athena.index.Label;
import dev.athena.index.PendingEntry;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.index.Vectors;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every search index promises of vectors. */
public abstract class IndexVectorsContract extends IndexBackendTest {
  @Test
  void vectorsFindWhatSharesNoTerm() {
    MemoryId id = fact(HERE, "A nocturnal bird");
    embed(id, 1, "owl");

    Findings findings = search(vectorRequest(HERE, "owl"));

    Evidence evidence = only(findings, id);
    assertThat(evidence.cosine()).isEqualTo(1, within(0.01));
    assertThat(evidence.contextCosine()).isNull();
    assertThat(evidence.shares()).containsOnly(0.0);
  }

  @Test
  void theCosineInContextIsToldApart() {
    MemoryId id = fact(HERE, "A nocturnal bird");
    putVectors(new PendingEntry(HERE, id, 1), vectors("owl", "elephant"));

    Evidence own = only(search(vectorRequest(HERE, "owl")), id);
    Evidence context = only(search(vectorRequest(HERE, "elephant")), id);

    assertThat(own.cosine()).isEqualTo(1, within(0.01));
    assertThat(own.contextCosine()).isLessThan(0.5);
    assertThat(context.contextCosine()).isEqualTo(1, within(0.01));
  }

  @Test
  void withoutTheQuestionsVectorThereIsNoCosine() {
    MemoryId id = fact(HERE, "owl");
    embed(id, 1, "owl");

    assertThat(only(search(request(HERE, "owl", SearchFilter.ALL)), id).cosine()).isNull();
  }

  @Test
  void vectorsOfAnotherModelAreNotLookedAt() {
    MemoryId id = fact(HERE, "A nocturnal bird");
    embed(id, 1, "owl");
    SearchRequest other =
        new SearchRequest(
            HERE, SearchFilter.ALL, List.of("bird"), embedder.embedQuestion("owl"), "x", Set.of());

    assertThat(only(search(other), id).cosine()).isNull();
  }

  @Test
  void filtersHoldForVectorsToo() {
    MemoryId fact = fact(HERE, "one", tagged("a"));
    MemoryId other = fact(HERE, "two", tagged("b"));
    embed(fact, 1, "owl");
    embed(other, 1, "owl");
    SearchFilter filter = SearchFilter.ALL.labelled(Set.of(Label.tag("b")));

    Findings findings = search(request(HERE, filter, List.of(), embedder.embedQuestion("owl")));

    assertThat(ids(findings)).containsExactly(other);
  }

  @Test
  void theVectorsOfAStaleRevisionAreRefused() {
    MemoryId id = fact(HERE, "white owl");
    change(id, "brown fox", FactMetadata.NONE);

    embed(id, 1, "white owl");

    assertThat(pending()).containsExactly(new PendingEntry(HERE, id, 2));
  }

  @Test
  void theVectorsOfWhatIsGoneAreRefused() {
    MemoryId id = fact(HERE, "white owl");
    forget(FactStore.class, HERE, id);

    embed(id, 1, "white owl");
    putVectors(new PendingEntry(THERE, id, 1), vectors("white owl", null));

    assertThat(ids(search(vectorRequest(HERE, "white owl")))).isEmpty();
    assertThat(ids(search(vectorRequest(THERE, "white owl")))).isEmpty();
  }

  @Test
  void theNewestArePendingFirst() {
    MemoryId one = fact(HERE, "one");
    MemoryId two = fact(THERE, "two");
    MemoryId three = fact(HERE, "three");

    assertThat(list(IndexStore.class, index -> index.pending(2)))
        .containsExactly(new PendingEntry(HERE, three, 1), new PendingEntry(THERE, two, 1));
    assertThat(pending()).hasSize(3).last().isEqualTo(new PendingEntry(HERE, one, 1));
  }

  @Test
  void statusTellsHowFarTheIndexIs() {
    MemoryId id = fact(HERE, "one");
    fact(HERE, "two");
    fact(THERE, "three");
    embed(id, 1, "one");

    assertThat(status(HERE)).isEqualTo(new IndexStatus(2, 1, 0));
    assertThat(status(THERE)).isEqualTo(new IndexStatus(1, 1, 0));
    assertThat(status(Namespace.ofProject("nowhere"))).isEqualTo(new IndexStatus(0, 0, 0));
  }

  @Test
  void theVectorInContextMayComeLater() {
    MemoryId id = fact(HERE, "A nocturnal bird");
    PendingEntry entry = new PendingEntry(HERE, id, 1);
    putVectors(entry, new Vectors(embedder.embedQuestion("owl"), null, true));

    assertThat(pending()).isEmpty();
    assertThat(contextPending()).containsExactly(entry);
    assertThat(status(HERE)).isEqualTo(new IndexStatus(1, 0, 1));
    assertThat(only(search(vectorRequest(HERE, "owl")), id).contextCosine()).isNull();

    putContextVector(entry, "elephant");

    assertThat(contextPending()).isEmpty();
    Evidence evidence = only(search(vectorRequest(HERE, "elephant")), id);
    assertThat(evidence.contextCosine()).isEqualTo(1, within(0.01));
    assertThat(evidence.cosine()).isLessThan(0.5);
    assertThat(only(search(vectorRequest(HERE, "owl")), id).cosine()).isEqualTo(1, within(0.01));
  }

  @Test
  void aVectorInContextThatNobodyWaitsForIsRefused() {
    MemoryId whole = fact(HERE, "one");
    MemoryId changed = fact(HERE, "two");
    embed(whole, 1, "one");
    putVectors(
        new PendingEntry(HERE, changed, 1), new Vectors(embedder.embedQuestion("two"), null, true));
    change(changed, "three", FactMetadata.NONE);

    for (MemoryId id : List.of(whole, changed)) {
      putContextVector(new PendingEntry(HERE, id, 1), "elephant");
      putContextVector(new PendingEntry(THERE, id, 1), "elephant");
    }

    assertThat(only(search(vectorRequest(HERE, "one")), whole).contextCosine()).isNull();
    assertThat(pending()).containsExactly(new PendingEntry(HERE, changed, 2));
    assertThat(contextPending()).isEmpty();
  }

  @Test
  void anotherModelMakesContextsPendingWithTheRest() {
    MemoryId id = fact(HERE, "one");
    PendingEntry entry = new PendingEntry(HERE, id, 1);
    putVectors(entry, new Vectors(embedder.embedQuestion("one"), null, true));

    write(IndexStore.class, index -> index.adoptModel("words-2", embedder.centre()));

    assertThat(contextPending()).isEmpty();
    assertThat(pending()).containsExactly(entry);
  }

  @Test
  void anotherModelMakesAllPending() {
    MemoryId id = fact(HERE, "one");
    write(IndexStore.class, index -> index.adoptModel(embedder.model(), embedder.centre()));
    embed(id, 1, "one");

    write(IndexStore.class, index -> index.adoptModel(embedder.model(), embedder.centre()));
    assertThat(pending()).isEmpty();

    write(IndexStore.class, index -> index.adoptModel("words-2", embedder.centre()));
    assertThat(pending()).containsExactly(new PendingEntry(HERE, id, 1));
  }

  @Test
  void vectorsOfAModelThatWasNotAdoptedAreRefused() {
    MemoryId id = fact(HERE, "one");
    PendingEntry entry = new PendingEntry(HERE, id, 1);
    write(IndexStore.class, index -> index.adoptModel("words-2", embedder.centre()));

    write(
        IndexStore.class, index -> index.putVectors(entry, embedder.model(), vectors("one", null)));

    assertThat(pending()).containsExactly(entry);
    assertThat(optional(IndexStore.class, IndexStore::adoptedModel)).contains("words-2");
  }

  @Test
  void aModelOfOtherDimensionsTakesThePlaceOfTheFirst() {
    MemoryId id = fact(HERE, "A nocturnal bird");
    embed(id, 1, "owl");
    assertThat(ids(search(vectorRequest(HERE, "owl")))).contains(id);
    WordsEmbedder wide = new WordsEmbedder("wide", 300);

    write(IndexStore.class, index -> index.adoptModel(wide.model(), wide.centre()));
    write(
        IndexStore.class,
        index ->
            index.putVectors(
                new PendingEntry(HERE, id, 1),
                wide.model(),
                new Vectors(wide.embedQuestion("elephant"), null)));

    SearchRequest request =
        new SearchRequest(
            HERE,
            SearchFilter.ALL,
            List.of(),
            wide.embedQuestion("elephant"),
            wide.model(),
            Set.of());
    assertThat(only(search(request), id).cosine()).isEqualTo(1, within(0.01));
  }
}
