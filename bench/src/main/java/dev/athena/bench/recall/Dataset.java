package dev.athena.bench.recall;

import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Memories and questions about them.
 *
 * @param name the data set
 * @param collection the part of it that is a memory of its own
 */
public record Dataset(String name, String collection, List<Item> items, List<Question> questions) {
  public Dataset {
    items = List.copyOf(items);
    questions = List.copyOf(questions);
  }

  /**
   * A memory to be found.
   *
   * @param key what questions name it by
   * @param memory what {@code remember_many} takes
   */
  public record Item(String key, JsonObject memory) {}

  /**
   * A question.
   *
   * @param relevant the keys of the memories that hold the answer
   * @param answerable whether there is an answer at all; if not, {@code relevant} only tempts
   */
  public record Question(String text, String category, Set<String> relevant, boolean answerable) {
    public Question {
      relevant = Set.copyOf(relevant);
    }
  }
}
