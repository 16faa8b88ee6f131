package dev.athena.semantic;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import dev.athena.json.FreeKeys;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a fact besides its text.
 *
 * @param confidence how sure it is, from 0 to 1
 * @param source where it comes from, or null
 * @param memoryType what sort of fact it is, such as {@code fact}, {@code decision}, {@code
 *     pattern}
 * @param key a name for what the fact is about; a newer fact with the same key supersedes it
 * @param validFrom when it began to hold, or null for the moment it is recorded
 * @param validTo when it ceases to hold, or null if that is open
 * @param supersedes facts that no longer hold because of this one
 * @param details all else, as given
 */
public record FactMetadata(
    @Doc(value = "Words to filter by later.", ifAbsent = "[]") List<String> tags,
    @Doc(value = "How sure it is, from 0 (a guess) to 1 (certain).", ifAbsent = "1")
        double confidence,
    @Doc("Where it comes from: a file, a page, a person.") @Nullable String source,
    @Doc(
            value = "What sort it is: fact, decision, pattern, preference, context, …",
            ifAbsent = "\"fact\"")
        String memoryType,
    @Doc("What it is about, such as build.jdk; a newer fact with the same key supersedes it.")
        @Nullable String key,
    @Doc("When it began to hold; the time it is recorded if left out.") @Nullable Instant validFrom,
    @Doc(
            "When it ceases to hold; open if left out. If that had passed when it was recorded, and"
                + " valid_from is left out, it held at some time before.")
        @Nullable Instant validTo,
    @Doc(value = "Ids of facts that no longer hold because of this one.", ifAbsent = "[]")
        List<MemoryId> supersedes,
    @FreeKeys JsonObject details) {
  /** The most tags of one fact. */
  public static final int TAGS_MAX = 50;

  /** The longest tag, type and key, in characters. */
  public static final int NAME_LENGTH_MAX = 200;

  /** The longest source, in characters. */
  public static final int SOURCE_LENGTH_MAX = 2_000;

  /** The most text all details may hold together, in characters of JSON. */
  public static final int DETAILS_LENGTH_MAX = 100_000;

  /** The most facts that one fact may supersede by name. */
  public static final int SUPERSEDES_MAX = 100;

  /** The type of a fact that names none. */
  public static final String DEFAULT_TYPE = "fact";

  /** A sure fact of which nothing else is known. */
  public static final FactMetadata NONE =
      new FactMetadata(
          List.of(), 1, null, DEFAULT_TYPE, null, null, null, List.of(), JsonObject.EMPTY);

  public FactMetadata {
    tags = List.copyOf(tags);
    supersedes = List.copyOf(supersedes);
    checkConfidence(confidence);
    checkTags(tags);
    checkLength("source", source, SOURCE_LENGTH_MAX);
    checkLength("memory_type", memoryType, NAME_LENGTH_MAX);
    checkLength("key", key, NAME_LENGTH_MAX);
    checkTimes(validFrom, validTo);
    checkSupersedes(supersedes);
    int length = Characters.count(JsonCodec.write(details));
    if (length > DETAILS_LENGTH_MAX) {
      throw new InvalidArgument(
          "metadata has %,d characters, the limit is %,d".formatted(length, DETAILS_LENGTH_MAX),
          "keep metadata short; remember long material as an episode");
    }
  }

  private static void checkConfidence(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new InvalidArgument(
          "confidence is " + confidence, "send a number from 0 (a guess) to 1 (certain)");
    }
  }

  private static void checkTags(List<String> tags) {
    if (tags.size() > TAGS_MAX) {
      throw new InvalidArgument(
          "there are %d tags, the limit is %d".formatted(tags.size(), TAGS_MAX),
          "keep those you will filter by");
    }
    tags.forEach(tag -> checkLength("a tag", tag, NAME_LENGTH_MAX));
  }

  private static void checkTimes(@Nullable Instant validFrom, @Nullable Instant validTo) {
    if (validFrom != null && validTo != null && !validFrom.isBefore(validTo)) {
      throw new InvalidArgument(
          "valid_to %s is not after valid_from %s".formatted(validTo, validFrom),
          "valid_to is the first moment at which the fact no longer holds");
    }
  }

  private static void checkSupersedes(List<MemoryId> supersedes) {
    if (supersedes.size() > SUPERSEDES_MAX) {
      throw new InvalidArgument(
          "supersedes names %d facts, the limit is %d".formatted(supersedes.size(), SUPERSEDES_MAX),
          "supersede them in several steps");
    }
    for (MemoryId id : supersedes) {
      if (id.kind() != MemoryKind.SEMANTIC) {
        throw new InvalidArgument(
            "supersedes names " + id.value() + ", which is not a fact",
            "only a fact can be superseded; its id begins with mem_");
      }
    }
  }

  private static void checkLength(String field, @Nullable String value, int max) {
    if (value != null && (value.isBlank() || Characters.count(value) > max)) {
      throw new InvalidArgument(
          "%s has %,d characters".formatted(field, Characters.count(value.strip())),
          "use 1 to %,d characters, or leave it out".formatted(max));
    }
  }
}
