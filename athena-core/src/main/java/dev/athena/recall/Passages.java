package dev.athena.recall;

import dev.athena.episodic.Episode;
import dev.athena.memory.Memory;
import dev.athena.procedural.Procedure;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The texts of which the vectors of a memory are made.
 *
 * @param own the memory's own words
 * @param context its words after its date and what was said before, or null outside of a session
 */
record Passages(String own, @Nullable String context) {
  /** How much of what was said before is taken, in characters. */
  private static final int BEFORE_LENGTH_MAX = 600;

  /** How much of a text is handed to the model, which reads about 512 words of it. */
  private static final int TEXT_LENGTH_MAX = 4_000;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /**
   * Returns the texts of a memory.
   *
   * @param before the episode that came before it in its session, or null
   */
  static Passages of(Memory memory, @Nullable Episode before) {
    return switch (memory) {
      case Episode episode -> ofEpisode(episode, before);
      case Procedure procedure ->
          new Passages(cut(procedure.name() + ". " + procedure.description()), null);
      default -> new Passages(cut(memory.content()), null);
    };
  }

  private static Passages ofEpisode(Episode episode, @Nullable Episode before) {
    String own = cut(episode.content());
    if (episode.sessionId() == null) {
      return new Passages(own, null);
    }
    String earlier = before == null ? "" : cut(before.content(), BEFORE_LENGTH_MAX) + " ";
    return new Passages(own, DATE.format(episode.happenedAt()) + ". " + earlier + own);
  }

  private static String cut(String text) {
    return cut(text, TEXT_LENGTH_MAX);
  }

  private static String cut(String text, int max) {
    return text.substring(0, Math.min(max, text.length()));
  }
}
