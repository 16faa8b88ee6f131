package dev.athena.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.server.testing.Messages;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {
  @Test
  void aFullPageIsTheOnlyOne() {
    JsonObject page = page(Page.ENTRIES_MAX, JsonObject.EMPTY);

    assertThat(numbers(page)).hasSize(Page.ENTRIES_MAX);
    assertThat(page.has("nextCursor")).isFalse();
  }

  @Test
  void oneMoreBeginsAnotherPage() {
    JsonObject first = page(Page.ENTRIES_MAX + 1, JsonObject.EMPTY);
    String cursor = first.text("nextCursor").orElseThrow();
    JsonObject second =
        page(Page.ENTRIES_MAX + 1, JsonObject.builder().put("cursor", cursor).build());

    assertThat(numbers(first)).hasSize(Page.ENTRIES_MAX);
    assertThat(numbers(second)).containsExactly(Json.of(Page.ENTRIES_MAX));
    assertThat(second.has("nextCursor")).isFalse();
  }

  @Test
  void aCursorPastAListThatShrankEndsIt() {
    assertThat(numbers(page(3, Messages.json("{'cursor': 'from-500'}")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''",
        "'x'",
        "'from-'",
        "'from--1'",
        "'from-1x'",
        "'from-9999999999'",
        "1",
        "null"
      })
  void aCursorThatWasNotGivenOutIsRefused(String cursor) {
    JsonObject params = Messages.json("{'cursor': " + cursor + "}");

    assertThatThrownBy(() -> page(3, params)).isInstanceOf(ProtocolError.class);
  }

  private static JsonObject page(int size, JsonObject params) {
    List<Integer> entries = IntStream.range(0, size).boxed().toList();
    return Page.of("entries", entries, params, number -> Json.of(number.longValue()));
  }

  private static List<Json> numbers(JsonObject page) {
    return page.array("entries").orElse(JsonArray.EMPTY).values();
  }
}
