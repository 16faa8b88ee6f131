package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodeStore;
import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.IndexEntry;
import dev.athena.index.IndexStatus;
import dev.athena.index.IndexStore;
import dev.athena.index.Label;
import dev.athena.index.Lifetime;
import dev.athena.index.PendingEntry;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.text.TextAnalysis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every search index promises. */
public abstract class IndexStoreContract extends IndexBackendTest {
  @Test
  void anEntryIsFoundByTheVeryNextSearch() {
    for (int i = 0; i < 20; i++) {
      String word = "kw" + (char) ('a' + i) + "x";
      MemoryId id = fact(HERE, "The code word is " + word + ".");

      assertThat(found(word)).containsExactly(id);
    }
  }

  @Test
  void whatSharesNoTermIsNotFound() {
    fact(HERE, "The sky is blue.");

    assertThat(found("elephant")).isEmpty();
  }

  @Test
  void anEmptyIndexFindsNothing() {
    Findings findings = search(request(HERE, "elephant", SearchFilter.ALL));

    assertThat(findings.evidence()).isEmpty();
    assertThat(findings.searched()).isZero();
  }

  @Test
  void aQuestionWithoutTermsFindsNothingByText() {
    fact(HERE, "The sky is blue.");

    Findings findings = search(request(HERE, SearchFilter.ALL, List.of(), null));

    assertThat(findings.evidence()).isEmpty();
    assertThat(findings.weights()).isEmpty();
    assertThat(findings.searched()).isEqualTo(1);
  }

  @Test
  void aRareTermWeighsMoreThanACommonOne() {
    for (int i = 0; i < 9; i++) {
      fact(HERE, "A common thing, number" + i);
    }
    fact(HERE, "A common and rare thing");

    Findings findings =
        search(request(HERE, SearchFilter.ALL, List.of("common", "rare", "nowhere"), null));

    assertThat(findings.weights()).hasSize(3);
    assertThat(findings.weights().get(1)).isGreaterThan(5 * findings.weights().get(0));
    assertThat(findings.weights().get(2)).isEqualTo(findings.weights().get(1), within(1e-9));
    assertThat(sum(findings.weights())).isEqualTo(1, within(1e-9));
    assertThat(findings.evidence()).hasSize(10);
  }

  @Test
  void moreOccurrencesInAShorterTextAreAHigherShare() {
    MemoryId once = fact(HERE, "owl lives there with many other animals of the forest");
    MemoryId often = fact(HERE, "owl owl owl");

    Findings findings = search(request(HERE, SearchFilter.ALL, List.of("owl"), null));

    double shareOnce = only(findings, once).shares().getFirst();
    double shareOften = only(findings, often).shares().getFirst();
    assertThat(shareOnce).isPositive().isLessThan(shareOften);
    assertThat(shareOften).isLessThanOrEqualTo(1);
  }

  @Test
  void sharesComeInTheOrderOfTheTerms() {
    MemoryId id = fact(HERE, "zebra");

    Findings findings = search(request(HERE, SearchFilter.ALL, List.of("zebra", "aardvark"), null));

    assertThat(only(findings, id).shares().get(0)).isPositive();
    assertThat(only(findings, id).shares().get(1)).isZero();
  }

  @Test
  void onlyTheFirstTermsOfALongQuestionAreLookedAt() {
    MemoryId id = fact(HERE, "zebra");
    List<String> upTo =
        new ArrayList<>(
            IntStream.range(1, SearchRequest.TERMS_MAX).mapToObj(i -> "term" + i).toList());

    upTo.add("zebra");
    assertThat(ids(search(request(HERE, SearchFilter.ALL, upTo, null)))).containsExactly(id);

    upTo.addFirst("term0");
    Findings past = search(request(HERE, SearchFilter.ALL, upTo, null));
    assertThat(past.evidence()).isEmpty();
    assertThat(past.weights()).hasSize(SearchRequest.TERMS_MAX);
  }

  @Test
  void kindsFilter() {
    MemoryId fact = fact(HERE, "owl fact");
    MemoryId episode = episode(HERE, "owl episode", EpisodeContext.NONE);
    MemoryId procedure = procedure(HERE, "feed", "owl procedure");

    assertThat(found("owl", SearchFilter.ALL)).containsExactlyInAnyOrder(fact, episode, procedure);
    assertThat(found("owl", SearchFilter.ALL.of(Set.of(MemoryKind.SEMANTIC))))
        .containsExactly(fact);
    assertThat(
            found("owl", SearchFilter.ALL.of(Set.of(MemoryKind.EPISODIC, MemoryKind.PROCEDURAL))))
        .containsExactlyInAnyOrder(episode, procedure);
    assertThat(found("owl", SearchFilter.ALL.of(Set.of()))).isEmpty();
  }

  @Test
  void everyLabelAskedForMustBeCarried() {
    MemoryId both = fact(HERE, "owl one", tagged("Bird", "night"));
    MemoryId one = fact(HERE, "owl two", tagged("bird"));
    fact(HERE, "owl three", tagged("night owl"));

    assertThat(found("owl", SearchFilter.ALL.labelled(Set.of(Label.tag("bird")))))
        .containsExactlyInAnyOrder(both, one);
    assertThat(
            found("owl", SearchFilter.ALL.labelled(Set.of(Label.tag("BIRD"), Label.tag("night")))))
        .containsExactly(both);
    assertThat(found("owl", SearchFilter.ALL.labelled(Set.of(Label.type("bird"))))).isEmpty();
  }

  @Test
  void aLabelIsNoWordAndAWordNoLabel() {
    fact(HERE, "owl", tagged("x"));

    assertThat(found("fact")).isEmpty(); // the type
    assertThat(found("owl", SearchFilter.ALL.labelled(Set.of(Label.tag("owl"))))).isEmpty();
  }

  @Test
  void lifetimesFilterByTheirBeginning() {
    Instant day = Instant.parse("2026-01-01T00:00:00Z");
    MemoryId id = fact(HERE, "owl", metadata(List.of(), 1, day, null));

    assertThat(found("owl", SearchFilter.ALL.starting(day, null))).containsExactly(id);
    assertThat(found("owl", SearchFilter.ALL.starting(day.plusMillis(1), null))).isEmpty();
    assertThat(found("owl", SearchFilter.ALL.starting(null, day))).isEmpty();
    assertThat(found("owl", SearchFilter.ALL.starting(null, day.plusMillis(1))))
        .containsExactly(id);
  }

  @Test
  void lifetimesFilterByTheirEnd() {
    Instant day = Instant.parse("2026-01-01T00:00:00Z");
    MemoryId ended =
        fact(HERE, "owl ended", metadata(List.of(), 1, day, day.plus(Duration.ofDays(1))));
    MemoryId open = fact(HERE, "owl open", metadata(List.of(), 1, day, null));
    Instant end = day.plus(Duration.ofDays(1));

    assertThat(found("owl", SearchFilter.ALL.holdingAt(end))).containsExactly(open);
    assertThat(found("owl", SearchFilter.ALL.holdingAt(end.minusMillis(1))))
        .containsExactlyInAnyOrder(ended, open);
    assertThat(found("owl")).containsExactlyInAnyOrder(ended, open);
  }

  @Test
  void aFactDoesNotHoldBeforeItBegins() {
    Instant day = Instant.parse("2027-01-01T00:00:00Z");
    MemoryId present = fact(HERE, "owl white");
    MemoryId planned = fact(HERE, "owl brown", metadata(List.of(), 1, day, null));

    assertThat(found("owl", SearchFilter.ALL.holdingAt(clock.instant()))).containsExactly(present);
    assertThat(found("owl", SearchFilter.ALL.holdingAt(day.minusMillis(1))))
        .containsExactly(present);
    assertThat(found("owl", SearchFilter.ALL.holdingAt(day)))
        .containsExactlyInAnyOrder(present, planned);
  }

  @Test
  void anEpisodeToComeIsFoundLikeAnyOther() {
    Instant nextYear = Instant.parse("2027-01-01T00:00:00Z");
    MemoryId coming =
        episode(HERE, "owl visit", new EpisodeContext(null, nextYear, null, JsonObject.EMPTY));

    assertThat(found("owl", SearchFilter.ALL.holdingAt(clock.instant()))).containsExactly(coming);
  }

  @Test
  void confidenceFiltersAtTheBoundToo() {
    MemoryId sure = fact(HERE, "owl sure", metadata(List.of(), 1, null, null));
    MemoryId likely = fact(HERE, "owl likely", metadata(List.of(), 0.7, null, null));
    fact(HERE, "owl guess", metadata(List.of(), 0.3, null, null));

    assertThat(found("owl", SearchFilter.ALL.confident(0.7)))
        .containsExactlyInAnyOrder(sure, likely);
    assertThat(found("owl", SearchFilter.ALL.confident(0.71))).containsExactly(sure);
    assertThat(found("owl", SearchFilter.ALL.confident(1))).containsExactly(sure);
  }

  @Test
  void anEndedEntryEndsThereUntilItIsOpenedAndKeepsItsTermsAndVectors() {
    MemoryId id = fact(HERE, "owl");
    embed(id, 1, "owl");
    Instant end = clock.instant().plusSeconds(60);

    write(IndexStore.class, index -> index.end(HERE, id, end));

    assertThat(found("owl", SearchFilter.ALL.holdingAt(end))).isEmpty();
    Evidence evidence = only(search(vectorRequest(HERE, "owl")), id);
    assertThat(evidence.lifetime()).isEqualTo(new Lifetime(clock.instant(), end));
    assertThat(evidence.cosine()).isEqualTo(1, within(0.01));

    write(IndexStore.class, index -> index.end(HERE, id, null));

    assertThat(only(search(vectorRequest(HERE, "owl")), id).lifetime())
        .isEqualTo(new Lifetime(clock.instant(), null));
  }

  @Test
  void aSupersededFactNoLongerHolds() {
    MemoryId older = fact(HERE, "The owl is white.", keyed("owl"));
    clock.advance(Duration.ofMinutes(1));
    MemoryId newer = fact(HERE, "The owl is brown.", keyed("owl"));

    assertThat(found("owl", SearchFilter.ALL.holdingAt(clock.instant()))).containsExactly(newer);
    assertThat(found("owl", SearchFilter.ALL.holdingAt(TestClock.START))).containsExactly(older);
  }

  @Test
  void aReplacedEntryLosesItsOldTermsAndLabels() {
    MemoryId id = fact(HERE, "white owl", tagged("bird"));

    change(id, "brown fox", tagged("mammal"));

    assertThat(found("owl")).isEmpty();
    assertThat(found("white")).isEmpty();
    assertThat(found("fox")).containsExactly(id);
    assertThat(found("fox", SearchFilter.ALL.labelled(Set.of(Label.tag("bird"))))).isEmpty();
    assertThat(found("fox", SearchFilter.ALL.labelled(Set.of(Label.tag("mammal")))))
        .containsExactly(id);
  }

  @Test
  void theVectorsOfAReplacedEntryArePendingAgain() {
    MemoryId id = fact(HERE, "white owl");
    embed(id, 1, "white owl");
    assertThat(pending()).isEmpty();

    change(id, "brown owl", FactMetadata.NONE);

    assertThat(pending()).containsExactly(new PendingEntry(HERE, id, 2));
    assertThat(only(search(vectorRequest(HERE, "owl")), id).cosine()).isNull();
    assertThat(ids(search(vectorRequest(HERE, "white")))).isEmpty();
  }

  @Test
  void aRemovedEntryIsGoneFromTextAndVectors() {
    MemoryId id = fact(HERE, "white owl");
    MemoryId other = fact(HERE, "brown owl");
    embed(id, 1, "white owl");

    forget(FactStore.class, HERE, id);

    assertThat(ids(search(vectorRequest(HERE, "white owl")))).containsExactly(other);
    assertThat(status(HERE)).isEqualTo(new IndexStatus(1, 1, 0));
    assertThat(removeEntry(HERE, id)).isFalse();
  }

  @Test
  void afterARemovalFrequenciesAndLengthsAreThoseOfTheRest() {
    MemoryId gone = fact(HERE, "owl owl owl owl and a very long tail of other words");
    fact(HERE, "owl fox");
    fact(HERE, "fox");
    forget(FactStore.class, HERE, gone);
    fact(THERE, "owl fox");
    fact(THERE, "fox");

    Findings here = search(request(HERE, SearchFilter.ALL, List.of("owl", "fox"), null));
    Findings there = search(request(THERE, SearchFilter.ALL, List.of("owl", "fox"), null));

    assertThat(here.weights()).isEqualTo(there.weights());
    assertThat(here.evidence().stream().map(Evidence::shares).toList())
        .containsExactlyInAnyOrderElementsOf(
            there.evidence().stream().map(Evidence::shares).toList());
    assertThat(here.searched()).isEqualTo(2);
  }

  @Test
  void namespacesNeverLeak() {
    MemoryId here = fact(HERE, "white owl");
    MemoryId there = fact(THERE, "brown owl");
    MemoryId tenant = fact(new Namespace("acme", "here"), "grey owl");
    embed(here, 1, "white owl");
    putVectors(new PendingEntry(THERE, there, 1), vectors("brown owl", null));

    Findings findings = search(vectorRequest(HERE, "owl"));

    assertThat(ids(findings)).containsExactly(here);
    assertThat(findings.searched()).isEqualTo(1);
    assertThat(evidence(request(HERE, "owl", SearchFilter.ALL), List.of(here, there, tenant)))
        .extracting(Evidence::id)
        .containsExactly(here);
    assertThat(removeEntry(HERE, there)).isFalse();
    write(IndexStore.class, index -> index.end(HERE, there, TestClock.START));
    assertThat(ids(search(request(THERE, "owl", SearchFilter.ALL.holdingAt(clock.instant())))))
        .containsExactly(there);
  }

  @Test
  void frequenciesOfOneNamespaceDoNotCountInAnother() {
    fact(HERE, "owl fox");
    fact(HERE, "fox");
    for (int i = 0; i < 5; i++) {
      fact(THERE, "owl number" + i);
    }

    Findings findings = search(request(HERE, SearchFilter.ALL, List.of("owl", "fox"), null));

    assertThat(findings.weights().get(0)).isGreaterThan(findings.weights().get(1));
  }

  @Test
  void evidenceIsGivenOfTheIdsAskedForThatPassTheFilter() {
    MemoryId owl = fact(HERE, "owl");
    MemoryId fox = fact(HERE, "fox");
    MemoryId procedure = procedure(HERE, "feed", "owl");
    SearchFilter facts = SearchFilter.ALL.of(Set.of(MemoryKind.SEMANTIC));

    List<Evidence> evidence =
        evidence(
            request(HERE, "owl", facts), List.of(fox, owl, procedure, new MemoryId("mem_gone")));

    assertThat(evidence).extracting(Evidence::id).containsExactlyInAnyOrder(owl, fox);
    assertThat(evidence(request(HERE, "owl", facts), List.of())).isEmpty();
  }

  @Test
  void evidenceIsTheSameAsThatOfASearch() {
    MemoryId id = fact(HERE, "white owl in the woods");
    fact(HERE, "white bear");
    embed(id, 1, "white owl");
    SearchRequest request = vectorRequest(HERE, "white owl");

    assertThat(evidence(request, List.of(id))).containsExactly(only(search(request), id));
  }

  @Test
  void theLabelsAskedAfterAreTold() {
    MemoryId spoken =
        episode(
            HERE,
            "owl",
            new EpisodeContext(
                null, null, null, JsonCodec.readObject("{\"author\": \"Ann Lee\"}")));
    MemoryId silent = episode(HERE, "owl too", EpisodeContext.NONE);
    Set<Label> asked = Set.of(Label.ANY_AUTHOR, Label.author("ann lee"), Label.author("bob"));
    SearchRequest request =
        new SearchRequest(HERE, SearchFilter.ALL, List.of("owl"), null, "none", asked);

    Findings findings = search(request);

    assertThat(only(findings, spoken).carried())
        .containsExactlyInAnyOrder(Label.ANY_AUTHOR, Label.author("Ann Lee"));
    assertThat(only(findings, silent).carried()).isEmpty();
  }

  @Test
  void anEntryWithoutItsMemoryIsRefused() {
    IndexEntry entry =
        new IndexEntry(
            new MemoryId("mem_gone"),
            HERE,
            TextAnalysis.ofText("owl"),
            Set.of(),
            new Lifetime(TestClock.START, null),
            1);

    assertThatThrownBy(() -> write(IndexStore.class, index -> index.put(entry)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEntryWithoutTermsIsThereAndIsNotFoundByText() {
    MemoryId id = episode(HERE, "🦉", EpisodeContext.NONE);

    assertThat(status(HERE).entries()).isEqualTo(1);
    assertThat(found("owl")).isEmpty();
    assertThat(forget(EpisodeStore.class, HERE, id)).isTrue();
  }
}
