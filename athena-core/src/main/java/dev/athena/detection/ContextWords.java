package dev.athena.detection;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words that tell what a number beside them is, by topic and in several languages. */
final class ContextWords {
  private static final String FILE = "context.json";

  private final Map<String, Topic> topics;

  private ContextWords(Map<String, Topic> topics) {
    this.topics = Map.copyOf(topics);
  }

  /** The words and phrases of one topic, with a blank before and after each. */
  record Topic(List<String> phrases) {
    boolean areIn(String words) {
      for (String phrase : phrases) {
        if (words.contains(phrase)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Returns the words that come with Athena. */
  static ContextWords standard() {
    try (InputStream in =
        Objects.requireNonNull(ContextWords.class.getResourceAsStream(FILE), FILE)) {
      Map<String, Topic> topics = new HashMap<>();
      ((JsonObject) JsonCodec.read(in.readAllBytes()))
          .members()
          .forEach((topic, words) -> topics.put(topic, new Topic(phrases((JsonArray) words))));
      return new ContextWords(topics);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private static List<String> phrases(JsonArray words) {
    return words.values().stream().map(word -> " " + ((Json.Text) word).value() + " ").toList();
  }

  /** Returns the words of a topic that the file has. */
  Topic of(String topic) {
    return Objects.requireNonNull(topics.get(topic), topic);
  }
}
