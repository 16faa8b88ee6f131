package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.embedding.EmbeddingFailure;
import dev.athena.episodic.EpisodeContext;
import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.memory.EditConflict;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryNotFound;
import dev.athena.operation.Answers.Forgotten;
import dev.athena.operation.Answers.MemoryDetails;
import dev.athena.operation.Answers.RecalledFact;
import dev.athena.operation.Answers.RecalledMemory;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.Answers.RememberedFact;
import dev.athena.operation.MemoryApi;
import dev.athena.operation.MemoryOperations;
import dev.athena.operation.Services;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.recall.VectorFiller;
import dev.athena.semantic.FactMetadata;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What callers of the operations on the memory see, on the twin in main memory. */
final class MemoryOperationsTest {
  private final TestClock clock = new TestClock();
  private final WordsEmbedder embedder = new WordsEmbedder();
  private final Storage storage = new InMemoryStorage();
  private final List<EmbeddingFailure> failures = new ArrayList<>();
  private final Services services =
      Services.of(
          new Services.Outside(
              storage,
              embedder,
              clock,
              ZoneOffset.UTC,
              new TimeOrderedIds(clock, new SplittableRandom(1))),
          failures::add);
  private final VectorFiller filler = new VectorFiller(storage, embedder);
  private final MemoryApi memory = api("here");

  @Test
  void theSameFactTwiceIsOneFact() {
    RememberedFact first = memory.rememberSemantic("The sky is blue.", FactMetadata.NONE);
    RememberedFact again = memory.rememberSemantic("The sky  is blue. ", FactMetadata.NONE);

    assertThat(first.duplicate()).isFalse();
    assertThat(again.duplicate()).isTrue();
    assertThat(again.id()).isEqualTo(first.id());
  }

  @Test
  void manyAreStoredInOneStepWithAReceiptForEachInOrder() {
    List<Receipt> receipts =
        memory.rememberMany(
            List.of(
                item("{\"kind\": \"semantic\", \"content\": \"One.\"}"),
                item("{\"kind\": \"episodic\", \"content\": \"Two.\"}"),
                item("{\"kind\": \"procedural\", \"name\": \"p\", \"description\": \"Three.\"}"),
                item("{\"kind\": \"semantic\", \"content\": \"One.\"}")));

    assertThat(receipts)
        .extracting(Receipt::kind)
        .containsExactly(
            MemoryKind.SEMANTIC, MemoryKind.EPISODIC, MemoryKind.PROCEDURAL, MemoryKind.SEMANTIC);
    assertThat(receipts).extracting(Receipt::duplicate).containsExactly(false, false, false, true);
    assertThat(receipts.getLast().id()).isEqualTo(receipts.getFirst().id());
  }

  @Test
  void ofManyAllAreStoredOrNone() {
    refused(
        () ->
            memory.rememberMany(
                List.of(
                    item("{\"kind\": \"semantic\", \"content\": \"The owl.\"}"),
                    item("{\"kind\": \"semantic\", \"content\": \" \"}"))),
        "items[1]: content is blank; nothing was stored");
    refused(
        () -> memory.rememberMany(List.of(item("{\"content\": \"x\"}"))), "items[0].kind is null");
    refused(
        () -> memory.rememberMany(List.of(item("{\"kind\": \"semantic\", \"contnet\": \"x\"}"))),
        "items[0].content is missing");

    assertThat(memory.recall("owl", 5, null)).isEmpty();
  }

  @Test
  void ofManyOneThatSupersedesWhatIsNotThereIsNamed() {
    assertThatThrownBy(() ->
            memory.rememberMany(
                List.of(
                    item("{\"kind\": \"semantic\", \"content\": \"The owl.\"}"),
                    item(
                        """
                        {"kind": "semantic", "content": "The fox.",
                         "metadata": {"supersedes": ["mem_gone"]}}
                        """))))
        .isInstanceOfSatisfying(
            AthenaException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
              assertThat(refusal.problem())
                  .isEqualTo(
                      "items[1]: there is no memory mem_gone in this project; nothing was stored");
              assertThat(refusal.hint()).isNotBlank();
            });

    assertThat(memory.recall("owl", 5, null)).isEmpty();
  }

  @Test
  void manyAreUpToTenThousand() {
    List<JsonObject> most =
        new ArrayList<>(
            IntStream.range(0, 10_000)
                .mapToObj(i -> item("{\"kind\": \"episodic\", \"content\": \"n " + i + "\"}"))
                .toList());

    assertThat(memory.rememberMany(most)).hasSize(10_000);

    most.add(item("{\"kind\": \"episodic\", \"content\": \"one more\"}"));
    refused(() -> memory.rememberMany(most), "items has 10,001 items");
    refused(() -> memory.rememberMany(List.of()), "items has 0 items");
  }

  @Test
  void listsHaveALimit() {
    episode("It rained.");

    assertThat(memory.recallEpisodic(null, null, null, null, 1_000)).hasSize(1);
    refused(() -> memory.recallEpisodic(null, null, null, null, 1_001), "limit is 1001");
    refused(() -> memory.recallEpisodic(null, null, null, null, 0), "limit is 0");
    assertThat(memory.recallEpisodic(null, null, "rain", null, 100)).hasSize(1);
    refused(() -> memory.recallEpisodic(null, null, "rain", null, 101), "limit is 101");
    refused(() -> memory.recallSemantic("rain", 101, 0, null, null), "limit is 101");
    refused(() -> memory.recallProcedural("rain", 0), "limit is 0");
    refused(() -> memory.recall("", 5, null), "query is blank");
  }

  @Test
  void whatAnswersComesBestFirstAndWhatDoesNotComesNotAtAll() {
    MemoryId best = fact("The build needs JDK 25.");
    fact("The build is green.");
    fact("Alice likes owls.");
    fill();

    List<RecalledMemory> found = memory.recall("Which JDK does the build need?", 5, null);

    assertThat(found.getFirst().id()).isEqualTo(best);
    assertThat(found).extracting(RecalledMemory::content).doesNotContain("Alice likes owls.");
    assertThat(found).allMatch(one -> one.score() > 0 && one.score() <= 1);
    assertThat(memory.recall("quantum chromodynamics", 5, null)).isEmpty();
  }

  @Test
  void aQuestionOfSignsAloneFindsTheirLikeAndIsNotShownToTheModel() {
    fact("The build needs JDK 25.");
    MemoryId happy = fact("Release 1.4 went out 😀");
    fill();
    embedder.fail(true);

    for (String signs : List.of("?", "*", "{}", "...", "€", "🎉")) {
      assertThat(memory.recall(signs, 5, null)).as(signs).isEmpty();
    }
    assertThat(memory.recall("😀?", 5, null)).extracting(RecalledMemory::id).containsExactly(happy);
    assertThat(failures).isEmpty();
  }

  @Test
  void whenTheModelFailsFullTextAnswersAndTheFailureIsTold() {
    MemoryId id = fact("The build needs JDK 25.");
    fill();
    embedder.fail(true);

    List<RecalledMemory> found = memory.recall("JDK build", 5, null);

    assertThat(found).extracting(RecalledMemory::id).containsExactly(id);
    assertThat(failures).hasSize(1);
  }

  @Test
  void thePastIsReadAsItHeld() {
    memory.rememberSemantic("The build needs JDK 21.", keyed("jdk"));
    clock.advance(Duration.ofDays(10));
    Instant between = clock.instant();
    clock.advance(Duration.ofDays(10));
    memory.rememberSemantic("The build needs JDK 25.", keyed("jdk"));

    assertThat(contents(memory.recallSemantic("build JDK", 5, 0, null, null)))
        .containsExactly("The build needs JDK 25.");
    assertThat(contents(memory.recallSemantic("build JDK", 5, 0, null, between)))
        .containsExactly("The build needs JDK 21.");
    assertThat(
            memory.recallSemantic(
                "build JDK", 5, 0, null, TestClock.START.minus(Duration.ofDays(1))))
        .isEmpty();
  }

  @Test
  void aFactThatIsStillToBeginIsFoundAsOfThen() {
    Instant then = clock.instant().plus(Duration.ofDays(30));
    memory.rememberSemantic("The build needs JDK 25.", keyed("jdk"));
    memory.rememberSemantic("The build needs JDK 29.", keyed("jdk", then));

    assertThat(contents(memory.recallSemantic("build JDK", 5, 0, null, null)))
        .containsExactly("The build needs JDK 25.");
    assertThat(memory.recall("build JDK", 5, null))
        .extracting(RecalledMemory::content)
        .containsExactly("The build needs JDK 25.");
    assertThat(contents(memory.recallSemantic("build JDK", 5, 0, null, then)))
        .containsExactly("The build needs JDK 29.");
  }

  @Test
  void anotherProjectIsNotSeen() {
    MemoryId id = fact("The owl is white.");
    MemoryApi other = api("there");

    assertThat(other.recall("owl", 5, null)).isEmpty();
    assertThatThrownBy(() -> other.getMemory(id)).isInstanceOf(MemoryNotFound.class);
    assertThatThrownBy(() -> other.updateMemory(id, "x", null)).isInstanceOf(MemoryNotFound.class);
    assertThatThrownBy(() -> other.forget(id, null, false)).isInstanceOf(MemoryNotFound.class);
    assertThat(other.forget(null, "owl", false).removed()).isEmpty();
    assertThat(memory.getMemory(id).content()).isEqualTo("The owl is white.");
  }

  @Test
  void anUpdateReplacesAddsAndRemovesKeysAndKeepsTheRest() {
    MemoryId id =
        memory
            .rememberSemantic(
                "The owl is white.",
                (FactMetadata)
                    new JsonBinder(Map.of())
                        .read(
                            item("{\"tags\": [\"bird\"], \"source\": \"book\", \"n\": 1}"),
                            FactMetadata.class,
                            ""))
            .id();

    memory.updateMemory(id, null, item("{\"source\": null, \"n\": 2, \"more\": true}"));

    MemoryDetails now = memory.getMemory(id);
    assertThat(now.revision()).isEqualTo(2);
    assertThat(now.content()).isEqualTo("The owl is white.");
    assertThat(now.metadata().has("source")).isFalse();
    assertThat(JsonCodec.write(now.metadata()))
        .contains("\"tags\":[\"bird\"]", "\"n\":2", "\"more\":true");
    assertThat(now.history()).hasSize(1);
  }

  @Test
  void anUpdateOfNothingOrIntoNonsenseIsRefused() {
    MemoryId id = fact("The owl is white.");
    MemoryId other = fact("The owl is brown.");

    refused(() -> memory.updateMemory(id, null, null), "neither content nor metadata");
    refused(() -> memory.updateMemory(id, " ", null), "content is blank");
    refused(() -> memory.updateMemory(id, null, item("{\"confidence\": 7}")), "confidence is 7.0");
    assertThatThrownBy(() -> memory.updateMemory(id, "The owl is brown.", null))
        .isInstanceOf(EditConflict.class)
        .hasMessageContaining(other.value());
    assertThat(memory.getMemory(id).revision()).isEqualTo(1);
  }

  @Test
  void aSubjectIsForgottenEverywhereAndADryRunOnlySaysSo() {
    MemoryId fact = fact("Alice likes owls.");
    MemoryId episode = episode("Met ALICE.");
    MemoryId procedure =
        memory.rememberProcedural("call alice", "Dial.", ProcedureMetadata.NONE).id();
    MemoryId stays = fact("Bob likes foxes.");

    Forgotten dry = memory.forget(null, " alice ", true);
    assertThat(dry.removed()).containsExactlyInAnyOrder(fact, episode, procedure);
    assertThat(dry.dryRun()).isTrue();
    assertThat(memory.getMemory(fact).content()).contains("Alice");

    Forgotten done = memory.forget(null, "alice", false);
    assertThat(done.removed()).isEqualTo(dry.removed());
    assertThat(List.of(done.episodic(), done.semantic(), done.procedural()))
        .containsExactly(1, 1, 1);
    assertThat(done.more()).isFalse();
    assertThatThrownBy(() -> memory.getMemory(fact)).isInstanceOf(MemoryNotFound.class);
    assertThat(memory.recall("Alice", 5, null)).isEmpty();
    assertThat(memory.getMemory(stays).content()).contains("Bob");
  }

  @Test
  void whenASuccessorIsForgottenTheFactBeforeItIsRecalledAgain() {
    MemoryId older = memory.rememberSemantic("The build needs JDK 21.", keyed("jdk")).id();
    clock.advance(Duration.ofDays(1));
    MemoryId mistake = memory.rememberSemantic("The build needs JDK 7.", keyed("jdk")).id();

    memory.forget(mistake, null, false);

    assertThat(contents(memory.recallSemantic("build JDK", 5, 0, null, null)))
        .containsExactly("The build needs JDK 21.");
    assertThat(memory.getMemory(older).supersededBy()).isNull();
  }

  @Test
  void aSubjectTakesAFactAndItsSuccessorsInOneStep() {
    MemoryId stays = memory.rememberSemantic("Bob is the owner.", keyed("owner")).id();
    clock.advance(Duration.ofDays(1));
    memory.rememberSemantic("Alice is the owner.", keyed("owner"));
    clock.advance(Duration.ofDays(1));
    memory.rememberSemantic("Alice Smith is the owner.", keyed("owner"));

    assertThat(memory.forget(null, "Alice", false).removed()).hasSize(2);

    assertThat(memory.getMemory(stays).supersededBy()).isNull();
    assertThat(contents(memory.recallSemantic("owner", 5, 0, null, null)))
        .containsExactly("Bob is the owner.");
  }

  @Test
  void forgettingTakesEitherAnIdOrASubjectOfTwoToAThousandCharacters() {
    MemoryId id = fact("An ox.");

    refused(() -> memory.forget(null, null, false), "neither id nor subject");
    refused(() -> memory.forget(id, "ox", false), "both id and subject");
    refused(() -> memory.forget(null, " x ", false), "subject has 1 characters");
    refused(() -> memory.forget(null, "x".repeat(1_001), false), "subject has 1,001 characters");
    assertThat(memory.forget(null, "x".repeat(1_000), false).removed()).isEmpty();
    assertThat(memory.forget(null, "ox", false).removed()).containsExactly(id);
  }

  @Test
  void recallsAreCountedAtOnceAndWrittenLater() {
    MemoryId id = fact("The owl is white.");
    memory.recall("owl", 5, null);
    memory.recallSemantic("owl", 5, 0, null, null);

    assertThat(memory.getMemory(id).accessCount()).isEqualTo(2);
    assertThat(memory.getMemory(id).lastAccessAt()).isNull();
    assertThat(services.usage().flush()).isTrue();
    assertThat(services.usage().flush()).isFalse();
    assertThat(memory.getMemory(id).accessCount()).isEqualTo(2);
    assertThat(memory.getMemory(id).lastAccessAt()).isEqualTo(clock.instant());
  }

  private void fill() {
    while (filler.hasWork()) {
      assertThat(filler.doWork(32)).isPositive();
    }
  }

  private MemoryApi api(String project) {
    return new MemoryOperations(services, new JsonBinder(Map.of()), Namespace.ofProject(project));
  }

  private MemoryId fact(String content) {
    return memory.rememberSemantic(content, FactMetadata.NONE).id();
  }

  private MemoryId episode(String content) {
    return memory.rememberEpisodic(content, "action", EpisodeContext.NONE).id();
  }

  private static List<String> contents(List<RecalledFact> facts) {
    return facts.stream().map(RecalledFact::content).toList();
  }

  private static FactMetadata keyed(String key) {
    return keyed(key, null);
  }

  private static FactMetadata keyed(String key, @Nullable Instant validFrom) {
    return new FactMetadata(
        List.of(), 1, null, "fact", key, validFrom, null, List.of(), JsonObject.EMPTY);
  }

  private static JsonObject item(String json) {
    return JsonCodec.readObject(json);
  }

  private static void refused(ThrowingCallable call, String problem) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AthenaException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(refusal.problem()).contains(problem);
              assertThat(refusal.hint()).isNotBlank();
            });
  }
}
