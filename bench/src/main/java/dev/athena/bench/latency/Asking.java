package dev.athena.bench.latency;

import dev.athena.operation.MemoryApi;
import dev.athena.operation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The kinds of questions that are timed. */
enum Asking {
  RARE_TERMS("What became of ticket <code> and <name>?"),
  COMMON_TERMS("Which tests failed before the project meeting moved, and which tickets?"),
  NAMES("What did <person> say about the <word>?"),
  MIXED("Why did <person> change the <word> of the <word> when <word> failed?"),
  TIME_RANGE("What did <person> decide about <word> and <word>?"),
  TAGS("Which <word> must be set before the <word> works?"),
  SESSION("What did we find out about the <word>?"),
  UNANSWERABLE("How tall is the tallest geyser on Enceladus in furlongs?");

  private static final int LIMIT = 10;
  private static final Duration MONTH = Duration.ofDays(30);

  private final String pattern;

  Asking(String pattern) {
    this.pattern = pattern;
  }

  /**
   * One question with the memory of the corpus that its filter is taken from.
   *
   * @param about the number of that memory
   */
  record Question(Asking kind, String text, int about) {
    /** Asks, and returns how many memories were found. */
    int ask(MemoryApi memory, Corpus corpus) {
      return switch (kind) {
        case TIME_RANGE -> {
          Instant from = corpus.time(about);
          TimeRange month = new TimeRange.Span(from, from.plus(MONTH));
          yield memory.recallEpisodic(month, null, text, null, LIMIT).size();
        }
        case SESSION ->
            memory.recallEpisodic(null, null, text, Corpus.session(about), LIMIT).size();
        case TAGS -> memory.recallSemantic(text, LIMIT, 0, List.of(Corpus.tag(about)), null).size();
        case RARE_TERMS, COMMON_TERMS, NAMES, MIXED, UNANSWERABLE ->
            memory.recall(text, LIMIT, null).size();
      };
    }
  }

  /** Returns {@code each} questions of every kind, in turns. */
  static List<Question> questions(Corpus corpus, int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (Asking kind : values()) {
        int about = random.nextInt(corpus.size());
        questions.add(new Question(kind, corpus.filled(kind.pattern, random), about));
      }
    }
    return questions;
  }

  /** Returns the times of the questions by their kind. */
  static Map<Asking, Percentiles> byKind(List<Question> questions, long[] nanos) {
    Map<Asking, Percentiles> spreads = new EnumMap<>(Asking.class);
    for (Asking kind : values()) {
      long[] here = new long[nanos.length];
      int count = 0;
      for (int i = 0; i < nanos.length; i++) {
        if (questions.get(i).kind() == kind) {
          here[count++] = nanos[i];
        }
      }
      spreads.put(kind, Percentiles.ofNanos(Arrays.copyOf(here, count)));
    }
    return spreads;
  }
}
