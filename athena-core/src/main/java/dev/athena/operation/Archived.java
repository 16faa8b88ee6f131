package dev.athena.operation;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an export says of a memory beyond what remember takes.
 *
 * @param project the project it belongs to
 * @param identity its identity in hexadecimal, or null if it had given that up
 */
public record Archived(
    MemoryId id,
    String project,
    Instant recordedAt,
    int revision,
    @Nullable String identity,
    @Nullable MemoryId supersededBy,
    @Nullable Instant supersededAt,
    @Doc(value = "how often it was recalled", ifAbsent = "0") long uses,
    @Nullable Instant usedAt,
    @Doc(value = "earlier revisions, oldest first", ifAbsent = "[]") List<Earlier> history) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** A memory as it was before an update; {@code fields} are what its store kept. */
  public record Earlier(int revision, Instant replacedAt, String content, JsonObject fields) {}

  /** Returns the same with another identity. */
  Archived identified(String other) {
    return new Archived(
        id,
        project,
        recordedAt,
        revision,
        other,
        supersededBy,
        supersededAt,
        uses,
        usedAt,
        history);
  }

  public Archived {
    history = List.copyOf(history);
    if (identity != null && !SHA_256.matcher(identity).matches()) {
      throw new InvalidArgument(
          "archived.identity is not a SHA-256", "leave the lines of an export as they are");
    }
    if (revision < 1 || uses < 0) {
      throw new InvalidArgument(
          "archived.revision is %d and archived.uses %d".formatted(revision, uses),
          "leave the lines of an export as they are");
    }
  }
}
