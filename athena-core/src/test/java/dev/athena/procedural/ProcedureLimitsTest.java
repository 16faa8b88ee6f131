package dev.athena.procedural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each limit of a procedure: at it, and one past it. */
final class ProcedureLimitsTest {
  @Test
  void nameAndDescriptionHaveALength() {
    String name = "x".repeat(RememberProcedure.NAME_LENGTH_MAX);
    String description = "x".repeat(RememberProcedure.DESCRIPTION_LENGTH_MAX);

    assertThat(procedure(name, description).description()).hasSize(20_000);
    refused(() -> procedure(name + "x", description), "name has 201 characters");
    refused(() -> procedure(name, description + "x"), "description has 20,001 characters");
    refused(() -> procedure("", description), "name has 0 characters");
    refused(() -> procedure(name, " "), "description has 0 characters");
  }

  @Test
  void aCharacterIsOneHoweverItIsEncoded() {
    String name = "🦉".repeat(RememberProcedure.NAME_LENGTH_MAX);
    String description = "🦉".repeat(RememberProcedure.DESCRIPTION_LENGTH_MAX);

    assertThat(procedure(name, description).description()).isEqualTo(description);
    refused(() -> procedure(name + "🦉", description), "name has 201 characters");
    refused(() -> procedure(name, description + "🦉"), "description has 20,001 characters");
  }

  @Test
  void categoryAndTagsHaveALengthAndANumber() {
    String name = "x".repeat(ProcedureMetadata.NAME_LENGTH_MAX);

    assertThat(metadata(name, Collections.nCopies(50, name)).tags()).hasSize(50);
    refused(() -> metadata(name + "x", List.of()), "category has 201 characters");
    refused(() -> metadata(name, List.of(name + "x")), "a tag has 201 characters");
    refused(
        () -> metadata(null, Collections.nCopies(ProcedureMetadata.TAGS_MAX + 1, "x")),
        "there are 51 tags, the limit is 50");
  }

  @Test
  void detailsHaveALengthAsJson() {
    String longest = "x".repeat(ProcedureMetadata.DETAILS_LENGTH_MAX - "{\"k\":\"\"}".length());

    assertThat(detailed(longest).details().has("k")).isTrue();
    refused(() -> detailed(longest + "x"), "metadata has 100,001 characters");
  }

  private static void refused(ThrowingCallable call, String problem) {
    assertThatThrownBy(call).isInstanceOf(InvalidArgument.class).hasMessageContaining(problem);
  }

  private static RememberProcedure procedure(String name, String description) {
    return new RememberProcedure(name, description, ProcedureMetadata.NONE);
  }

  private static ProcedureMetadata metadata(@Nullable String category, List<String> tags) {
    return new ProcedureMetadata(category, tags, JsonObject.EMPTY);
  }

  private static ProcedureMetadata detailed(String value) {
    return new ProcedureMetadata(null, List.of(), JsonObject.builder().put("k", value).build());
  }
}
