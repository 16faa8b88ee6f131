package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Cuts lists into pages. A cursor is the position of the next entry. */
final class Page {
  /** The most entries of one page. */
  static final int ENTRIES_MAX = 500;

  private static final String PREFIX = "from-";
  private static final int POSITION_DIGITS_MAX = 9;

  private Page() {}

  /**
   * Returns the page of {@code entries} that {@code params} ask for, as the member {@code name}.
   */
  static <T> JsonObject of(
      String name, List<T> entries, JsonObject params, Function<T, ? extends Json> toJson) {
    int from = position(params, entries.size());
    int to = Math.min(entries.size(), from + ENTRIES_MAX);
    List<Json> shown = entries.subList(from, to).stream().<Json>map(toJson).toList();
    JsonObject.Builder page = JsonObject.builder().put(name, new JsonArray(shown));
    if (to < entries.size()) {
      page.put("nextCursor", PREFIX + to);
    }
    return page.build();
  }

  private static int position(JsonObject params, int size) {
    if (!params.has("cursor")) {
      return 0;
    }
    String cursor = params.text("cursor").orElseThrow(Page::unknownCursor);
    if (!cursor.startsWith(PREFIX)) {
      throw unknownCursor();
    }
    String digits = cursor.substring(PREFIX.length());
    if (digits.isEmpty()
        || digits.length() > POSITION_DIGITS_MAX
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw unknownCursor();
    }
    return Math.min(Integer.parseInt(digits), size);
  }

  private static ProtocolError unknownCursor() {
    return ProtocolError.invalidParams("cursor is not one that was given out; leave it away");
  }
}
