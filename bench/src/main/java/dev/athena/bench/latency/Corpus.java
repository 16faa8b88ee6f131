package dev.athena.bench.latency;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Made-up memories: sessions of twenty episodes of one person, and a fact for every ten memories.
 *
 * <p>Memory {@code i} is the same in every run.
 */
public final class Corpus {
  static final int SESSION_LENGTH = 20;
  static final int TAGS = 40;
  private static final int FACT_EVERY = 10;
  private static final int SENTENCES_MAX = 4;
  private static final long SEED = 20_250_101;
  private static final Instant FIRST_DAY = Instant.parse("2024-01-01T08:00:00Z");
  private static final Duration ALL_DAYS = Duration.ofDays(700);
  private static final Pattern SLOT = Pattern.compile("<(\\w+)>");

  private static final List<String> SENTENCES =
      List.of(
          "<person> changed the <word> of the <name> because <word> failed on <day>.",
          "The <word> tests passed after we moved <word> into <name>.",
          "We decided to keep <word> and <word> apart until <day>.",
          "Ticket <code> says that <word> breaks when the <word> is empty.",
          "<person> told me about the <word> near the <word>, and we laughed.",
          "Ran <name> with <number> items; the <word> took <number> ms.",
          "The <word> needs a new <word> before <person> can finish the <word>.",
          "Looked into <name>: <word> is read twice and <word> never closed.",
          "On <day> <person> brought a <word>, a <word> and some <word>.",
          "I would rather use <word> than <word> for the <word> of this project.",
          "<person> asked whether the <word> still depends on <word>.",
          "Fixed <code> by checking the <word> first; <word> works again.",
          "Remember that <word> must be set to <number> in the <word> file.",
          "The meeting about <word> was moved to <day>, <person> leads it.");

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private final Vocabulary vocabulary;
  private final int size;

  Corpus(Vocabulary vocabulary, int size) {
    this.vocabulary = vocabulary;
    this.size = size;
  }

  /** Returns the texts of a small corpus. */
  public static List<String> notes(int count) throws IOException {
    Corpus corpus = new Corpus(Vocabulary.english(), count);
    return IntStream.range(0, count).mapToObj(corpus::text).toList();
  }

  int size() {
    return size;
  }

  /** Returns what {@code remember_many} takes for memory {@code i}. */
  JsonObject item(int i) {
    return i % FACT_EVERY == 0 ? fact(i) : episode(i);
  }

  /** Returns the text of memory {@code i}. */
  String text(int i) {
    SplittableRandom random = random(i);
    StringBuilder text = new StringBuilder();
    int sentences = 1 + random.nextInt(SENTENCES_MAX);
    for (int s = 0; s < sentences; s++) {
      text.append(sentence(random)).append(' ');
    }
    return text.append("Note ").append(code(i)).append('.').toString();
  }

  /** Returns a text of {@code length} characters or a little more. */
  String longText(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(sentence(random)).append(' ');
    }
    return text.toString();
  }

  /** Fills the slots of a pattern by chance. */
  String filled(String pattern, SplittableRandom random) {
    return SLOT.matcher(pattern)
        .replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1), random)));
  }

  /** Returns a name that only memory {@code i} has. */
  static String code(int i) {
    return "KX-" + (100_000 + i);
  }

  static String session(int i) {
    return "session-" + i / SESSION_LENGTH;
  }

  static String tag(int i) {
    return "area-" + i / FACT_EVERY % TAGS;
  }

  Instant time(int i) {
    return FIRST_DAY.plus(ALL_DAYS.multipliedBy(i % size).dividedBy(size));
  }

  private JsonObject fact(int i) {
    JsonArray tags = new JsonArray(List.of(new Json.Text(tag(i))));
    return JsonObject.builder()
        .put("kind", "semantic")
        .put("content", text(i))
        .put("metadata", JsonObject.builder().put("tags", tags).build())
        .build();
  }

  private JsonObject episode(int i) {
    JsonObject context =
        JsonObject.builder()
            .put("session_id", session(i))
            .put("timestamp", time(i).toString())
            .put("author", Vocabulary.person(random(-1 - i / SESSION_LENGTH)))
            .build();
    return JsonObject.builder()
        .put("kind", "episodic")
        .put("content", text(i))
        .put("event_type", "conversation")
        .put("context", context)
        .build();
  }

  private String sentence(SplittableRandom random) {
    return filled(Vocabulary.pick(SENTENCES, random), random);
  }

  private String value(String slot, SplittableRandom random) {
    return switch (slot) {
      case "word" -> vocabulary.word(random);
      case "name" -> vocabulary.wordOrName(random);
      case "person" -> Vocabulary.person(random);
      case "code" -> "AT-" + random.nextInt(100_000);
      case "number" -> Integer.toString(random.nextInt(10_000));
      case "day" -> 1 + random.nextInt(28) + " " + Vocabulary.pick(MONTHS, random);
      default -> throw new IllegalArgumentException("no slot " + slot);
    };
  }

  private static SplittableRandom random(int i) {
    return new SplittableRandom(SEED + i * 0x9E3779B97F4A7C15L);
  }
}
