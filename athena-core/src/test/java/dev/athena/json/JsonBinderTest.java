package dev.athena.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.semantic.FactMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonBinderTest {
  private final JsonBinder binder = new JsonBinder(Map.of());

  @Test
  void aRecordIsAnObjectAndBack() {
    Sample sample = new Sample("a", 1, 2L, 0.5, true, Instant.EPOCH, MemoryKind.EPISODIC, null);

    Json json = binder.write(sample, Sample.class);

    assertThat(JsonCodec.write(json))
        .isEqualTo(
            "{\"first_name\":\"a\",\"small\":1,\"large\":2,\"share\":0.5,\"flag\":true,"
                + "\"at\":\"1970-01-01T00:00:00Z\",\"kind\":\"episodic\"}");
    assertThat(binder.read(json, Sample.class, "x")).isEqualTo(sample);
  }

  @Test
  void aRecordOfOneTextIsThatText() {
    assertThat(binder.write(new MemoryId("mem_1"), MemoryId.class)).isEqualTo(Json.of("mem_1"));
    assertThat(binder.read(Json.of("mem_1"), MemoryId.class, "id"))
        .isEqualTo(new MemoryId("mem_1"));
    refused("7", MemoryId.class, "x is of type number");
  }

  @Test
  void whatARecordRefusesIsRefusedInItsOwnWords() {
    refused("\"nonsense\"", MemoryId.class, "\"nonsense\" is not an id");
    refused("{\"confidence\": 2}", FactMetadata.class, "confidence is 2.0");
  }

  @Test
  void absentMembersGetTheirDefaultsAndFreeKeysAreKept() {
    Object read =
        binder.read(
            JsonCodec.read("{\"team\": \"core\", \"source\": null}"), FactMetadata.class, "");

    assertThat(read)
        .isEqualTo(
            new FactMetadata(
                List.of(),
                1,
                null,
                "fact",
                null,
                null,
                null,
                List.of(),
                JsonObject.builder().put("team", "core").build()));
    assertThat(binder.write(read, FactMetadata.class))
        .isEqualTo(
            JsonCodec.read(
                """
                {"tags": [], "confidence": 1, "memory_type": "fact", "supersedes": [],
                 "team": "core"}
                """));
  }

  @Test
  void aMissingOrUnknownMemberIsNamedWithItsPath() {
    refused("{}", Sample.class, "x.first_name is missing");
    assertThatThrownBy(
            () -> binder.read(JsonCodec.read(whole("\"frist_name\": 1, ")), Sample.class, "x"))
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            refusal -> {
              assertThat(refusal.problem()).isEqualTo("x takes no member \"frist_name\"");
              assertThat(refusal.hint()).startsWith("did you mean \"first_name\"?");
            });
  }

  @Test
  void anElementIsNamedWithItsPlace() {
    assertThatThrownBy(() ->
            binder.read(JsonCodec.read("{\"tags\": [\"a\", 1]}"), FactMetadata.class, "metadata"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("metadata.tags[1] is of type number");
    refused("{\"tags\": \"a\"}", FactMetadata.class, "x.tags is of type string");
    refused("{\"tags\": [null]}", FactMetadata.class, "x.tags[0] is of type null");
  }

  @Test
  void anUnknownConstantIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> binder.read(Json.of("sematic"), MemoryKind.class, "kind"))
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            refusal -> {
              assertThat(refusal.problem()).isEqualTo("kind is \"sematic\"");
              assertThat(refusal.hint()).isEqualTo("send one of episodic, semantic, procedural");
            });
  }

  @Test
  void wholeNumbersAreWholeAndSmallEnough() {
    assertThat(binder.read(JsonCodec.read("2147483647"), int.class, "x")).isEqualTo(2147483647);
    assertThat(binder.read(JsonCodec.read("1e2"), int.class, "x")).isEqualTo(100);
    refused("2147483648", int.class, "x is 2147483648");
    refused("1.5", long.class, "x is 1.5");
    refused("9223372036854775808", long.class, "x is 9223372036854775808");
  }

  @Test
  void timesComeWithAnOffsetAsADayOrAsUtc() {
    assertThat(time("2026-03-04T05:06:07+02:00")).isEqualTo("2026-03-04T03:06:07Z");
    assertThat(time("2026-03-04T05:06:07-02:00")).isEqualTo("2026-03-04T07:06:07Z");
    assertThat(time("2026-03-04T05:06:07Z")).isEqualTo("2026-03-04T05:06:07Z");
    assertThat(time("2026-03-04 05:06:07")).isEqualTo("2026-03-04T05:06:07Z");
    assertThat(time("2026-03-04T05:06")).isEqualTo("2026-03-04T05:06:00Z");
    assertThat(time("2026-03-04")).isEqualTo("2026-03-04T00:00:00Z");
    refused("\"yesterday\"", Instant.class, "x is \"yesterday\", which is not a time");
    refused("\"2026-02-30\"", Instant.class, "x is \"2026-02-30\", which is not a time");
    refused("\"\"", Instant.class, "which is not a time");
    refused("1772600000", Instant.class, "x is of type number");
  }

  @Test
  void halfOfACharacterIsNoTextWhereverItStands() {
    String problem = " holds half of a character (U+D800)";

    refused("\"a\\ud800\"", String.class, "x" + problem);
    refused("{\"source\": \"\\ud800\\ud800\"}", FactMetadata.class, "x.source" + problem);
    refused("{\"tags\": [\"a\", \"\\ud800b\"]}", FactMetadata.class, "x.tags[1]" + problem);
    refused("{\"deep\": {\"er\": [1, \"\\ud800\"]}}", FactMetadata.class, "x.deep.er[1]" + problem);
    refused("{\"er\": [\"\\ud800\"]}", JsonObject.class, "x.er[0]" + problem);
    refused(
        JsonObject.builder().put("a\ud800", 1).build(),
        FactMetadata.class,
        "the name of a member of x" + problem);
    String longName = "n".repeat(10_000);
    refused(
        "{\"" + longName + "\": \"\\ud800\"}",
        JsonObject.class,
        "x." + "n".repeat(198) + " holds half");
    refused("\"\\udc00\\ud800\"", String.class, "x holds half of a character (U+DC00)");
  }

  @Test
  void atTheTopAMemberIsNamedByItsNameAlone() {
    assertThatThrownBy(() ->
            binder.read(JsonObject.builder().put("deep", "\ud800").build(), FactMetadata.class, ""))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageStartingWith("deep holds half");
    assertThatThrownBy(() ->
            binder.read(JsonObject.builder().put("\ud800", 1).build(), FactMetadata.class, ""))
        .hasMessageStartingWith("the name of a member of the object holds half");
  }

  @Test
  void bothHalvesOfACharacterAreText() {
    assertThat(binder.read(JsonCodec.read("\"\\ud83e\\udd89\""), String.class, "x"))
        .isEqualTo("🦉");
    assertThat(binder.read(JsonCodec.read("{\"🦉\": \"🦉\"}"), JsonObject.class, "x"))
        .isEqualTo(JsonObject.builder().put("🦉", "🦉").build());
  }

  @Test
  void aTypeWithoutAFormIsAFaultOfOurs() {
    assertThatThrownBy(() -> binder.schema(Thread.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Instant time(String text) {
    return (Instant) binder.read(Json.of(text), Instant.class, "x");
  }

  private void refused(String json, Class<?> type, String problem) {
    refused(JsonCodec.read(json), type, problem);
  }

  private void refused(Json json, Class<?> type, String problem) {
    assertThatThrownBy(() -> binder.read(json, type, "x"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining(problem);
  }

  private static String whole(String more) {
    return "{"
        + more
        + "\"first_name\":\"a\",\"small\":1,\"large\":2,\"share\":0.5,\"flag\":true,"
        + "\"at\":\"1970-01-01T00:00:00Z\",\"kind\":\"episodic\"}";
  }

  /** One of each. */
  record Sample(
      String firstName,
      int small,
      long large,
      double share,
      boolean flag,
      Instant at,
      MemoryKind kind,
      @Nullable String note) {}
}
