package dev.athena.sandbox;

import dev.athena.error.Characters;
import dev.athena.execution.ProgramError;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Texts that come from inside a sandbox, cut to what can be kept of them. */
final class Shortened {
  /** The longest message, in characters. */
  static final int MESSAGE_MAX = 8_000;

  /** The longest traceback. */
  static final int TRACEBACK_MAX = 16_000;

  /** The longest hint. */
  static final int HINT_MAX = 2_000;

  /** The longest name of anything. */
  static final int NAME_MAX = 200;

  private Shortened() {}

  /** Returns the beginning of a text, with a mark where something is missing. */
  static String to(int max, String text) {
    String begin = Characters.first(text, max);
    return begin.length() == text.length() ? text : Characters.first(text, max - 1) + "…";
  }

  static String name(String text) {
    return to(NAME_MAX, text);
  }

  /** Returns an error as a runner tells it. */
  static ProgramError error(JsonObject told) {
    return new ProgramError(
        member(told, "code", NAME_MAX),
        member(told, "type", NAME_MAX),
        to(MESSAGE_MAX, told.text("message").orElse("")),
        member(told, "hint", HINT_MAX),
        member(told, "traceback", TRACEBACK_MAX),
        told.whole("line").map(Long::intValue).orElse(null));
  }

  private static @Nullable String member(JsonObject told, String name, int max) {
    return told.text(name).map(text -> to(max, text)).orElse(null);
  }
}
