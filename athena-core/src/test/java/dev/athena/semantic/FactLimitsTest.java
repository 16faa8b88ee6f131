package dev.athena.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each limit of a fact: at it, and one past it. */
final class FactLimitsTest {
  @Test
  void contentHasALength() {
    String longest = "x".repeat(RememberFact.CONTENT_LENGTH_MAX);

    assertThat(new RememberFact(longest, FactMetadata.NONE).content()).hasSize(8_000);
    refused(
        () -> new RememberFact(longest + "x", FactMetadata.NONE),
        "content has 8,001 characters, the limit for a fact is 8,000");
    refused(() -> new RememberFact("\t ", FactMetadata.NONE), "content is blank");
  }

  @Test
  void aCharacterIsOneHoweverItIsEncoded() {
    String longest = "🦉".repeat(RememberFact.CONTENT_LENGTH_MAX);
    String name = "🦉".repeat(FactMetadata.NAME_LENGTH_MAX);

    assertThat(new RememberFact(longest, FactMetadata.NONE).content()).isEqualTo(longest);
    assertThat(tagged(List.of(name)).tags()).containsExactly(name);
    refused(
        () -> new RememberFact(longest + "🦉", FactMetadata.NONE),
        "content has 8,001 characters, the limit for a fact is 8,000");
    refused(() -> tagged(List.of(name + "🦉")), "a tag has 201 characters");
  }

  @Test
  void confidenceLiesBetweenZeroAndOne() {
    assertThat(confident(0).confidence()).isZero();
    assertThat(confident(1).confidence()).isEqualTo(1);
    refused(() -> confident(Math.nextUp(1.0)), "confidence is 1.0000000000000002");
    refused(() -> confident(-Double.MIN_VALUE), "confidence is -4.9E-324");
    refused(() -> confident(Double.NaN), "confidence is NaN");
  }

  @Test
  void tagsHaveANumberAndALength() {
    String longest = "x".repeat(FactMetadata.NAME_LENGTH_MAX);

    assertThat(tagged(Collections.nCopies(FactMetadata.TAGS_MAX, longest)).tags()).hasSize(50);
    refused(
        () -> tagged(Collections.nCopies(FactMetadata.TAGS_MAX + 1, "x")),
        "there are 51 tags, the limit is 50");
    refused(() -> tagged(List.of(longest + "x")), "a tag has 201 characters");
    refused(() -> tagged(List.of(" ")), "a tag has 0 characters");
  }

  @Test
  void namesAndSourcesHaveALength() {
    String name = "x".repeat(FactMetadata.NAME_LENGTH_MAX);
    String source = "x".repeat(FactMetadata.SOURCE_LENGTH_MAX);

    assertThat(named(source, name, name).source()).hasSize(2_000);
    refused(() -> named(source + "x", name, name), "source has 2,001 characters");
    refused(() -> named(source, name + "x", name), "memory_type has 201 characters");
    refused(() -> named(source, name, name + "x"), "key has 201 characters");
    refused(() -> named(source, " ", null), "memory_type has 0 characters");
  }

  @Test
  void aFactEndsAfterItBegins() {
    Instant time = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(valid(time, time.plusNanos(1)).validTo()).isNotNull();
    assertThat(valid(null, time).validFrom()).isNull();
    refused(() -> valid(time, time), "is not after valid_from");
    refused(() -> valid(time.plusNanos(1), time), "is not after valid_from");
  }

  @Test
  void aFactSupersedesSoManyFactsAndNothingElse() {
    MemoryId fact = new MemoryId("mem_1");

    assertThat(superseding(Collections.nCopies(100, fact)).supersedes()).hasSize(100);
    refused(
        () -> superseding(Collections.nCopies(FactMetadata.SUPERSEDES_MAX + 1, fact)),
        "supersedes names 101 facts, the limit is 100");
    refused(() -> superseding(List.of(new MemoryId("evt_1"))), "evt_1, which is not a fact");
  }

  @Test
  void detailsHaveALengthAsJson() {
    int frame = "{\"k\":\"\"}".length();
    String longest = "x".repeat(FactMetadata.DETAILS_LENGTH_MAX - frame);

    assertThat(detailed(longest).details().text("k")).contains(longest);
    refused(() -> detailed(longest + "x"), "metadata has 100,001 characters");
  }

  private static void refused(ThrowingCallable call, String problem) {
    assertThatThrownBy(call).isInstanceOf(InvalidArgument.class).hasMessageContaining(problem);
  }

  private static FactMetadata confident(double confidence) {
    return new FactMetadata(
        List.of(), confidence, null, "fact", null, null, null, List.of(), JsonObject.EMPTY);
  }

  private static FactMetadata tagged(List<String> tags) {
    return new FactMetadata(tags, 1, null, "fact", null, null, null, List.of(), JsonObject.EMPTY);
  }

  private static FactMetadata named(String source, String type, @Nullable String key) {
    return new FactMetadata(
        List.of(), 1, source, type, key, null, null, List.of(), JsonObject.EMPTY);
  }

  private static FactMetadata valid(@Nullable Instant from, @Nullable Instant to) {
    return new FactMetadata(
        List.of(), 1, null, "fact", null, from, to, List.of(), JsonObject.EMPTY);
  }

  private static FactMetadata superseding(List<MemoryId> ids) {
    return new FactMetadata(List.of(), 1, null, "fact", null, null, null, ids, JsonObject.EMPTY);
  }

  private static FactMetadata detailed(String value) {
    JsonObject details = JsonObject.builder().put("k", value).build();
    return new FactMetadata(List.of(), 1, null, "fact", null, null, null, List.of(), details);
  }
}
