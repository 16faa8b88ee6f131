package dev.athena.recall;

import dev.athena.episodic.Episode;
import dev.athena.memory.Memory;
import dev.athena.procedural.Procedure;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The texts of which the vectors of a memory are made. */
final class Passages {
  /** How much of what was said before is taken, in characters. */
  private static final int BEFORE_LENGTH_MAX = 600;

  /** How much of a text is handed to the model, which reads about 512 words of it. */
  private static final int TEXT_LENGTH_MAX = 4_000;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Passages() {}

  /** Returns the memory's own words. */
  static String own(Memory memory) {
    return memory instanceof Procedure procedure
        ? cut(procedure.name() + ". " + procedure.description())
        : cut(memory.content());
  }

  /** Returns whether a memory has a context too: an episode has that of its session. */
  static boolean hasContext(Memory memory) {
    return memory instanceof Episode episode && episode.sessionId() != null;
  }

  /**
   * Returns the words of an episode after its date and what was said before.
   *
   * @param before the episode that came before it in its session, or null
   */
  static String inContext(Episode episode, @Nullable Episode before) {
    String earlier =
        before == null ? "" : cut(Surrogates.in(before.content()), BEFORE_LENGTH_MAX) + " ";
    return DATE.format(episode.happenedAt()) + ". " + earlier + own(episode);
  }

  private static String cut(String text) {
    return cut(Surrogates.in(text), TEXT_LENGTH_MAX);
  }

  private static String cut(String text, int max) {
    return text.substring(0, Math.min(max, text.length()));
  }
}
