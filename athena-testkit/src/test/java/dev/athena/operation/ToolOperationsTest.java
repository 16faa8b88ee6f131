package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.error.AthenaException;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.InMemoryStorage;
import dev.athena.testkit.TestClock;
import dev.athena.testkit.WordsEmbedder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolOperationsTest {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("tools"));

  private final TestClock clock = new TestClock();
  private final Operations operations = operations(clock);

  @Test
  void aFactAnEventAndAProcedureAreRememberedAndRecalled() {
    remember("{'content': 'The lighthouse keeper is called Morwenna.'}");
    remember(
        "{'content': 'The lighthouse lamp failed.', 'kind': 'episodic', 'event_type': 'outage',"
            + " 'metadata': {'session_id': 's1', 'outcome': 'failure'}}");
    remember(
        "{'content': 'Climb the lighthouse and clean the lens.', 'kind': 'procedural',"
            + " 'metadata': {'name': 'clean_lens', 'tags': ['lamp']}}");

    assertThat(contents(recall("{'query': 'lighthouse'}")))
        .containsExactlyInAnyOrder(
            "The lighthouse keeper is called Morwenna.",
            "The lighthouse lamp failed.",
            "Climb the lighthouse and clean the lens.");
  }

  @Test
  void whatIsFoundCarriesWhatItsKindHas() {
    remember(
        "{'content': 'The ferry leaves at noon.',"
            + " 'metadata': {'tags': ['ferry'], 'confidence': 0.7}}");
    remember(
        "{'content': 'The ferry was late.', 'kind': 'episodic', 'metadata': {'session_id': 's1',"
            + " 'outcome': 'failure', 'timestamp': '2026-03-01T12:00:00Z'}}");

    JsonObject fact = recall("{'query': 'ferry', 'kinds': ['semantic']}").getFirst();
    JsonObject event = recall("{'query': 'ferry', 'kinds': ['episodic']}").getFirst();

    assertThat(fact.find("tags")).contains(Json.ofTexts(List.of("ferry")));
    assertThat(fact.find("confidence")).contains(Json.of(0.7));
    assertThat(fact.text("timestamp")).contains(TestClock.START.toString());
    assertThat(fact.has("session_id")).isFalse();
    assertThat(event.text("session_id")).contains("s1");
    assertThat(event.text("outcome")).contains("failure");
    assertThat(event.text("timestamp")).contains("2026-03-01T12:00:00Z");
  }

  @Test
  void theSameMemoryTwiceIsADuplicate() {
    JsonObject first = remember("{'content': 'Whales sing.'}");
    JsonObject second = remember("{'content': 'Whales sing.'}");

    assertThat(second.find("id")).isEqualTo(first.find("id"));
    assertThat(first.find("duplicate")).contains(Json.of(false));
    assertThat(second.find("duplicate")).contains(Json.of(true));
  }

  @Test
  void aFactThatWasSupersededIsNotRecalled() {
    remember("{'content': 'The harbour master is Ann.', 'metadata': {'key': 'harbour'}}");
    clock.advance(Duration.ofMinutes(1));
    JsonObject newer =
        remember("{'content': 'The harbour master is Bob.', 'metadata': {'key': 'harbour'}}");

    assertThat(newer.array("superseded").orElse(JsonArray.EMPTY).size()).isEqualTo(1);
    assertThat(contents(recall("{'query': 'harbour master'}")))
        .containsExactly("The harbour master is Bob.");
  }

  @Test
  void aQuestionThatNothingAnswersGetsNothing() {
    remember("{'content': 'Whales sing.'}");

    assertThat(recall("{'query': 'quarterly tax declaration'}")).isEmpty();
  }

  @Test
  void aTimeRangeTakesEventsByWhenTheyHappened() {
    remember(
        "{'content': 'The glacier calved.', 'kind': 'episodic',"
            + " 'metadata': {'timestamp': '2020-01-01T00:00:00Z'}}");

    assertThat(recall("{'query': 'glacier', 'time_range': '7d'}")).isEmpty();
    assertThat(recall("{'query': 'glacier', 'time_range': {'to': '2020-01-02T00:00:00Z'}}"))
        .hasSize(1);
  }

  @Test
  void aTimeRangeTakesFactsAndProceduresByWhenTheyWereRecorded() {
    remember("{'content': 'The glacier is shrinking.', 'metadata': {'valid_from': '1990-01-01'}}");
    remember(
        "{'content': 'Measure the glacier with poles.', 'kind': 'procedural',"
            + " 'metadata': {'name': 'measure'}}");

    assertThat(recall("{'query': 'glacier', 'time_range': '24h'}")).hasSize(2);
    assertThat(recall("{'query': 'glacier', 'time_range': {'to': '2020-01-01'}}")).isEmpty();
  }

  @Test
  void aTimeRangeEndsBeforeItsEnd() {
    remember("{'content': 'The glacier is shrinking.'}");
    String moment = TestClock.START.toString();

    assertThat(recall("{'query': 'glacier', 'time_range': {'from': '" + moment + "'}}")).hasSize(1);
    assertThat(recall("{'query': 'glacier', 'time_range': {'to': '" + moment + "'}}")).isEmpty();
  }

  @Test
  void noMoreAreFoundThanWereAskedFor() {
    for (int i = 0; i < 4; i++) {
      remember("{'content': 'Glacier number " + i + " is shrinking.'}");
      remember(
          "{'kind': 'episodic', 'content': 'Visited glacier number " + i + " by helicopter.'}");
    }

    assertThat(recall("{'query': 'glacier', 'limit': 3}")).hasSize(3);
    assertThat(recall("{'query': 'glacier', 'limit': 3, 'time_range': '24h'}"))
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> Double.compare(score(b), score(a)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void aLimitPastItsBoundsIsRefused(int limit) {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> recall("{'query': 'glacier', 'limit': " + limit + "}"));
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(
            () -> recall("{'query': 'glacier', 'time_range': '7d', 'limit': " + limit + "}"));
  }

  @Test
  void theLongestContentIsShownWholeAndOneLongerIsCutAndMarked() {
    String longest = "glacier " + "x".repeat(ToolRecalling.CONTENT_LENGTH_MAX - 8);
    remember("{'kind': 'episodic', 'content': '" + longest + "'}");
    assertThat(recall("{'query': 'glacier'}"))
        .singleElement()
        .satisfies(memory -> {
          assertThat(memory.text("content")).contains(longest);
          assertThat(memory.has("truncated")).isFalse();
        });

    remember("{'kind': 'episodic', 'content': '" + longest + "y'}");

    assertThat(recall("{'query': 'glacier'}"))
        .hasSize(2)
        .anySatisfy(memory -> {
          assertThat(memory.text("content")).contains(longest);
          assertThat(memory.find("truncated")).contains(Json.of(true));
        });
  }

  @Test
  void aCharacterOfTwoHalvesIsOneAndNotCutApart() {
    String shown = "glacier " + "x".repeat(ToolRecalling.CONTENT_LENGTH_MAX - 9) + "🧊";
    remember("{'kind': 'episodic', 'content': '" + shown + "🧊 end'}");

    assertThat(recall("{'query': 'glacier'}").getFirst().text("content")).contains(shown);
  }

  @Test
  void aProcedureWithoutANameIsRefused() {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> remember("{'content': 'Row.', 'kind': 'procedural'}"))
        .withMessage("metadata.name is missing");
  }

  @Test
  void anEventTypeOnAFactIsRefused() {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> remember("{'content': 'Whales sing.', 'event_type': 'song'}"))
        .withMessageContaining("kind is semantic");
  }

  @Test
  void metadataIsCheckedAsByTheRememberOfItsKind() {
    assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(
            () -> remember("{'content': 'Whales sing.', 'metadata': {'confidence': 'very'}}"))
        .withMessageContaining("metadata.confidence");
  }

  private static Operations operations(TestClock clock) {
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(1));
    Services services =
        Services.of(
            new Services.Outside(
                new InMemoryStorage(), new WordsEmbedder(), clock, ZoneOffset.UTC, ids),
            failure -> {
              throw failure;
            });
    Operations operations =
        new Operations(RateLimits.DEFAULT, clock, (_, _, _, _) -> {}, Screen.OPEN);
    AllOperations.register(operations, services);
    return operations;
  }

  private JsonObject remember(String arguments) {
    return (JsonObject) operations.call(CALLER, "tools.remember", json(arguments));
  }

  private List<JsonObject> recall(String arguments) {
    JsonObject answer = (JsonObject) operations.call(CALLER, "tools.recall", json(arguments));
    return answer.array("results").orElseThrow().values().stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static List<String> contents(List<JsonObject> memories) {
    return memories.stream().map(memory -> memory.text("content").orElse("")).toList();
  }

  private static double score(JsonObject memory) {
    return memory.find("score").orElseThrow() instanceof Json.Num(var value)
        ? value.doubleValue()
        : Double.NaN;
  }

  private static JsonObject json(String text) {
    return JsonCodec.readObject(text.replace('\'', '"'));
  }
}
