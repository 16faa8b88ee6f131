package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.index.Prepared;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.memory.EditConflict;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryNotFound;
import dev.athena.memory.Remembered;
import dev.athena.memory.Revision;
import dev.athena.principal.Namespace;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of facts promises; what holds for all kinds is tested here too. */
public abstract class FactStoreContract extends BackendTest {
  @Test
  void aFactComesBackAsItWas() {
    FactMetadata metadata =
        new FactMetadata(
            List.of("build", "jdk"),
            0.75,
            "pom.xml",
            "decision",
            "build.jdk",
            Instant.parse("2026-01-02T03:04:05.006Z"),
            Instant.parse("2027-01-01T00:00:00Z"),
            List.of(),
            JsonCodec.readObject("{\"team\": \"core\", \"n\": 1.5, \"deep\": {\"a\": [1, null]}}"));
    Prepared<Fact> prepared =
        semantic.prepare(HERE, new RememberFact("The build needs JDK 25.", metadata));
    storage().write(tx -> semantic.store(tx, prepared));

    assertThat(find(HERE, prepared.memory().id())).contains(prepared.memory());
  }

  @Test
  void anyTextComesBackAsItWas() {
    for (String content :
        List.of(
            "'; drop table memory; --",
            "nul \0 inside",
            "emoji 🦉, ﷽, \u202e",
            "tab\tnew\nline",
            "\"quoted\" \\ %_*?",
            "a".repeat(RememberFact.CONTENT_LENGTH_MAX))) {
      MemoryId id = fact(HERE, content);

      assertThat(find(HERE, id)).map(Fact::content).contains(content);
    }
  }

  @Test
  void theSameContentIsStoredOnce() {
    MemoryId first = fact(HERE, "The sky is blue.");
    Prepared<Fact> again =
        semantic.prepare(HERE, new RememberFact(" The  sky is blue.\n", FactMetadata.NONE));

    Remembered outcome = storage().write(tx -> semantic.store(tx, again));

    assertThat(outcome).isEqualTo(new Remembered.Duplicate(first));
    assertThat(number(FactStore.class, facts -> facts.count(HERE))).isEqualTo(1);
  }

  @Test
  void theSameContentElsewhereIsAnotherFact() {
    MemoryId here = fact(HERE, "The sky is blue.");
    MemoryId there = fact(THERE, "The sky is blue.");
    MemoryId tenant = fact(new Namespace("acme", "here"), "The sky is blue.");

    assertThat(List.of(here, there, tenant)).doesNotHaveDuplicates();
  }

  @Test
  void aSecondMemoryWithAnIdOrIdentityThatIsThereIsRefused() {
    Prepared<Fact> first = prepared("The sky is blue.");
    Prepared<Fact> other = prepared("The sea is green.");
    storage().write(tx -> semantic.store(tx, first));

    assertThatThrownBy(
            () -> write(FactStore.class, facts -> facts.add(first.memory(), other.identity())))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> write(FactStore.class, facts -> facts.add(other.memory(), first.identity())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothingIsReachedThroughAForeignNamespace() {
    MemoryId id = fact(HERE, "The sky is blue.", keyed("sky"));
    Identity identity = prepared("The sky is blue.").identity();

    for (Namespace foreign : List.of(THERE, new Namespace("acme", "here"))) {
      assertThat(find(foreign, id)).isEmpty();
      assertThat(optional(FactStore.class, facts -> facts.findSame(foreign, identity))).isEmpty();
      assertThat(list(FactStore.class, facts -> facts.revisions(foreign, id))).isEmpty();
      assertThat(list(FactStore.class, facts -> facts.page(foreign, Optional.empty(), 10)))
          .isEmpty();
      assertThat(list(FactStore.class, facts -> facts.mentioning(foreign, "sky", 10))).isEmpty();
      assertThat(list(FactStore.class, facts -> facts.standing(foreign, "sky"))).isEmpty();
      assertThat(number(FactStore.class, facts -> facts.count(foreign))).isZero();
      assertThat(forget(FactStore.class, foreign, id)).isFalse();
    }
    assertThat(find(HERE, id)).isPresent();
  }

  @Test
  void factsAreFoundInTheOrderOfTheIdsAskedFor() {
    MemoryId one = fact(HERE, "One.");
    MemoryId two = fact(HERE, "Two.");
    MemoryId gone = new MemoryId("mem_gone");

    List<Fact> found = read(FactStore.class, facts -> facts.find(HERE, List.of(two, gone, one)));

    assertThat(found).extracting(Fact::id).containsExactly(two, one);
  }

  @Test
  void anIdOfAnotherKindIsNoFact() {
    MemoryId procedure = procedure(HERE, "release", "Tag the commit.");

    assertThat(find(HERE, procedure)).isEmpty();
  }

  @Test
  void pagesComeInTheOrderOfIdsAndCoverAll() {
    List<MemoryId> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(fact(HERE, "Fact " + i));
      fact(THERE, "Fact " + i);
    }

    List<MemoryId> paged = new ArrayList<>();
    Optional<MemoryId> after = Optional.empty();
    List<Fact> page;
    do {
      Optional<MemoryId> from = after;
      page = read(FactStore.class, facts -> facts.page(HERE, from, 3));
      page.forEach(fact -> paged.add(fact.id()));
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (!page.isEmpty());

    assertThat(paged).containsExactlyElementsOf(all);
  }

  @Test
  void anUpdateKeepsWhatWasAsARevision() {
    MemoryId id = fact(HERE, "The sky is blue.", tagged("sky"));
    clock.advance(Duration.ofMinutes(1));
    Instant replacedAt = clock.instant();

    change(id, "The sky is grey.", tagged("weather"));

    Fact now = find(HERE, id).orElseThrow();
    assertThat(now.content()).isEqualTo("The sky is grey.");
    assertThat(now.metadata().tags()).containsExactly("weather");
    assertThat(now.revision()).isEqualTo(2);
    assertThat(now.recordedAt()).isEqualTo(TestClock.START);
    List<Revision> earlier = read(FactStore.class, facts -> facts.revisions(HERE, id));
    assertThat(earlier)
        .singleElement()
        .satisfies(revision -> {
          assertThat(revision.number()).isEqualTo(1);
          assertThat(revision.content()).isEqualTo("The sky is blue.");
          assertThat(revision.replacedAt()).isEqualTo(replacedAt);
          assertThat(JsonCodec.write(revision.fields())).contains("\"sky\"");
        });
  }

  @Test
  void revisionsComeOldestFirst() {
    MemoryId id = fact(HERE, "Wording 1");
    for (int i = 2; i <= 12; i++) {
      change(id, "Wording " + i, FactMetadata.NONE);
    }

    List<Revision> earlier = read(FactStore.class, facts -> facts.revisions(HERE, id));

    assertThat(earlier)
        .extracting(Revision::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void anUpdateFreesTheOldIdentityAndTakesTheNew() {
    MemoryId id = fact(HERE, "The sky is blue.");
    change(id, "The sky is grey.", FactMetadata.NONE);

    assertThat(fact(HERE, "The sky is grey.")).isEqualTo(id);
    assertThat(fact(HERE, "The sky is blue.")).isNotEqualTo(id);
  }

  @Test
  void anUpdateIntoTheLikeOfAnotherIsAConflict() {
    MemoryId id = fact(HERE, "The sky is blue.");
    fact(HERE, "The sky is grey.");

    assertThatThrownBy(() -> change(id, "The sky is grey.", FactMetadata.NONE))
        .isInstanceOf(EditConflict.class);

    assertThat(find(HERE, id)).map(Fact::content).contains("The sky is blue.");
    assertThat(list(FactStore.class, facts -> facts.revisions(HERE, id))).isEmpty();
  }

  @Test
  void anUpdateOfWhatChangedMeanwhileIsAConflict() {
    MemoryId id = fact(HERE, "The sky is blue.");
    Fact read = find(HERE, id).orElseThrow();
    change(id, "The sky is grey.", FactMetadata.NONE);
    Prepared<Fact> late =
        semantic.prepareChange(read, new RememberFact("The sky is red.", FactMetadata.NONE));

    assertThatThrownBy(() -> store(late)).isInstanceOf(EditConflict.class);

    assertThat(find(HERE, id)).map(Fact::content).contains("The sky is grey.");
  }

  @Test
  void anUpdateOfWhatIsGoneIsRefused() {
    MemoryId id = fact(HERE, "The sky is blue.");
    Fact read = find(HERE, id).orElseThrow();
    forget(FactStore.class, HERE, id);
    Prepared<Fact> late =
        semantic.prepareChange(read, new RememberFact("The sky is red.", FactMetadata.NONE));

    assertThatThrownBy(() -> store(late)).isInstanceOf(MemoryNotFound.class);
    assertThatThrownBy(() ->
            write(
                FactStore.class,
                facts -> facts.replace(late.memory(), late.identity(), clock.instant())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aForgottenFactIsGoneWithItsRevisions() {
    MemoryId id = fact(HERE, "The sky is blue.");
    change(id, "The sky is grey.", FactMetadata.NONE);

    assertThat(forget(FactStore.class, HERE, id)).isTrue();

    assertThat(find(HERE, id)).isEmpty();
    assertThat(list(FactStore.class, facts -> facts.revisions(HERE, id))).isEmpty();
    assertThat(forget(FactStore.class, HERE, id)).isFalse();
    assertThat(fact(HERE, "The sky is grey.")).isNotEqualTo(id);
  }

  @Test
  void aFactWithTheSameKeySupersedesTheOneThatStands() {
    MemoryId older = fact(HERE, "The build needs JDK 21.", keyed("build.jdk"));
    clock.advance(Duration.ofDays(1));
    MemoryId newer = fact(HERE, "The build needs JDK 25.", keyed("build.jdk"));

    Fact ended = find(HERE, older).orElseThrow();
    assertThat(ended.supersededBy()).isEqualTo(newer);
    assertThat(ended.supersededAt()).isEqualTo(clock.instant());
    assertThat(ended.revision()).isEqualTo(1);
    assertThat(standing("build.jdk")).containsExactly(newer);
    assertThat(list(FactStore.class, facts -> facts.supersededBy(HERE, newer)))
        .containsExactly(older);
  }

  @Test
  void aFactNamedTwiceIsSupersededOnce() {
    MemoryId older = fact(HERE, "The build needs JDK 21.");
    FactMetadata metadata =
        new FactMetadata(
            List.of(), 1, null, "fact", null, null, null, List.of(older, older), JsonObject.EMPTY);
    Prepared<Fact> newer = semantic.prepare(HERE, new RememberFact("JDK 25 it is.", metadata));

    Remembered outcome = storage().write(tx -> semantic.store(tx, newer));

    assertThat(outcome).isEqualTo(new Remembered.Superseding(newer.memory().id(), List.of(older)));
  }

  @Test
  void theIdentityOfASupersededFactIsFreeAgain() {
    MemoryId first = fact(HERE, "The light is red.", keyed("light"));
    fact(HERE, "The light is green.", keyed("light"));

    MemoryId again = fact(HERE, "The light is red.", keyed("light"));

    assertThat(again).isNotEqualTo(first);
    assertThat(standing("light")).containsExactly(again);
  }

  @Test
  void aSupersededFactThatIsUpdatedStaysSuperseded() {
    MemoryId older = fact(HERE, "The light is red.", keyed("light"));
    MemoryId newer = fact(HERE, "The light is green.", keyed("light"));

    change(older, "The light was red.", keyed("light"));

    assertThat(find(HERE, older)).map(Fact::supersededBy).contains(newer);
    assertThat(standing("light")).containsExactly(newer);
    assertThat(fact(HERE, "The light was red.")).isNotEqualTo(older);
  }

  @Test
  void mentioningLooksAtContentFieldsAndHistoryWithoutRegardToCase() {
    MemoryId inContent = fact(HERE, "Ask ALICE about it.");
    MemoryId inTag = fact(HERE, "Ask somebody.", tagged("alice"));
    MemoryId inHistory = fact(HERE, "Alice knows.");
    change(inHistory, "Somebody knows.", FactMetadata.NONE);
    MemoryId inDetails =
        fact(HERE, "Ask whoever is there.", detailed("{\"who\": {\"first\": [\"Alice\"]}}"));
    MemoryId asKey = fact(HERE, "Ask whoever comes.", detailed("{\"for\": {\"alice\": true}}"));
    fact(HERE, "Ask Bob about it.");

    assertThat(mentioning("aLiCe", 10))
        .containsExactly(inContent, inTag, inHistory, inDetails, asKey);
    assertThat(mentioning("alice", 2)).containsExactly(inContent, inTag);
  }

  @Test
  void mentioningLooksThroughWhiteSpaceAndTheFormsOfLetters() {
    MemoryId lines = fact(HERE, "Ask Ada\n  Lovelace at the Hauptstraße.");
    MemoryId inDetails =
        fact(HERE, "Ask.", detailed("{\"at\": [\"CAFE\u0301 ADA\u00a0LOVELACE\"]}"));

    assertThat(mentioning("ada lovelace", 10)).containsExactly(lines, inDetails);
    assertThat(mentioning("HAUPTSTRASSE", 10)).containsExactly(lines);
    assertThat(mentioning("caf\u00e9", 10)).containsExactly(inDetails);
    assertThat(mentioning("\u00a0\u00a0", 10)).isEmpty();
  }

  @Test
  void mentioningTakesTextOfFieldsAsItIsWritten() {
    MemoryId id = fact(HERE, "See there.", detailed("{\"path\": \"C:\\\\temp \\\"new\\\"\\n§\"}"));

    assertThat(mentioning("c:\\temp \"new\"\n§", 10)).containsExactly(id);
  }

  @Test
  void mentioningFindsNumbersThatWereGiven() {
    MemoryId id = fact(HERE, "Call them.", detailed("{\"phone\": 5550123}"));

    assertThat(mentioning("5550123", 10)).containsExactly(id);
  }

  @Test
  void theNamesOfAthenasOwnFieldsAreNotMentioned() {
    fact(HERE, "The sky is blue.", metadata(List.of(), 1, clock.instant(), null));

    for (String own :
        List.of("details", "confidence", "memory_type", "supersedes", "valid_from", "null", "{")) {
      assertThat(mentioning(own, 10)).as(own).isEmpty();
    }
    assertThat(mentioning(Long.toString(clock.millis()).substring(0, 4), 10)).isEmpty();
  }

  @Test
  void theIdentityOfOneKindIsNotThatOfAnother() {
    assertThat(Identity.of(MemoryKind.SEMANTIC, "x"))
        .isNotEqualTo(Identity.of(MemoryKind.EPISODIC, "x"));
  }

  private static FactMetadata detailed(String details) {
    JsonObject object = (JsonObject) parsed(details);
    return new FactMetadata(List.of(), 1, null, "fact", null, null, null, List.of(), object);
  }

  private static Json parsed(String json) {
    return JsonCodec.read(json);
  }

  private Prepared<Fact> prepared(String content) {
    return semantic.prepare(HERE, new RememberFact(content, FactMetadata.NONE));
  }

  private Optional<Fact> find(Namespace namespace, MemoryId id) {
    return read(FactStore.class, facts -> facts.find(namespace, id));
  }

  private List<MemoryId> mentioning(String words, int limit) {
    return read(FactStore.class, facts -> facts.mentioning(HERE, words, limit));
  }

  private List<MemoryId> standing(String key) {
    return read(FactStore.class, facts -> facts.standing(HERE, key)).stream()
        .map(Fact::id)
        .toList();
  }

  private void change(MemoryId id, String content, FactMetadata metadata) {
    Fact present = find(HERE, id).orElseThrow();
    store(semantic.prepareChange(present, new RememberFact(content, metadata)));
  }

  private void store(Prepared<Fact> changed) {
    storage()
        .<Boolean>write(tx -> {
          semantic.storeChange(tx, changed);
          return true;
        });
  }
}
