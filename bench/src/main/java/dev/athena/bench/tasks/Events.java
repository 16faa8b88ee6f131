package dev.athena.bench.tasks;

import dev.athena.json.JsonObject;
import java.util.Locale;

/** What one sees at once in an episode of an answer. */
final class Events {
  private Events() {}

  static String content(JsonObject event) {
    return event.text("content").orElse("");
  }

  static String type(JsonObject event) {
    return event.text("event_type").orElse("");
  }

  static String session(JsonObject event) {
    return event.text("session_id").orElse("");
  }

  static String id(JsonObject event) {
    return event.text("id").orElse("");
  }

  static String time(JsonObject event) {
    return event.text("timestamp").orElse("");
  }

  /** Returns the day, as {@code 2025-03-01}. */
  static String day(JsonObject event) {
    return time(event).substring(0, 10);
  }

  /** Returns what stands before the first colon: a title, or who speaks. */
  static String head(JsonObject event) {
    return content(event).split(":", 2)[0];
  }

  /** Returns whom a message was exchanged with: its session is the name and the day. */
  static String contact(JsonObject message) {
    String session = session(message);
    return session.substring(0, Math.max(session.length() - 11, 0));
  }

  /** Returns whether the content has a word, in upper or lower case. */
  static boolean mentions(JsonObject event, String word) {
    return content(event).toLowerCase(Locale.ROOT).contains(word);
  }
}
