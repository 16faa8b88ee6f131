package dev.athena.operation;

import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations on the memory answer with. */
public final class Answers {
  private Answers() {}

  /** What became of a fact. */
  public record RememberedFact(
      MemoryId id,
      @Doc("It was there already.") boolean duplicate,
      @Doc("Facts that no longer hold because of it.") List<MemoryId> superseded) {}

  /** What became of an episode. */
  public record RememberedEpisode(MemoryId id, @Doc("It was there already.") boolean duplicate) {}

  /** What became of a procedure. */
  public record RememberedProcedure(MemoryId id, String name, int version) {}

  /** What became of one of many. */
  public record Receipt(
      MemoryKind kind,
      MemoryId id,
      @Doc("It was there already.") boolean duplicate,
      @Doc("Facts that no longer hold because of it.") @Nullable List<MemoryId> superseded,
      @Doc("The version of a procedure.") @Nullable Integer version) {}

  /** A fact that was found. */
  public record RecalledFact(
      MemoryId id,
      String content,
      @Doc("How well it answers, 0 to 1, comparable between calls.") double score,
      double confidence,
      String memoryType,
      List<String> tags,
      Instant createdAt,
      @Nullable Instant validFrom,
      @Nullable Instant validTo,
      @Doc("Where it comes from.") List<String> sources) {}

  /** An episode that was found. */
  public record RecalledEpisode(
      MemoryId id,
      String content,
      String eventType,
      Instant timestamp,
      @Nullable String sessionId,
      @Nullable String outcome,
      JsonObject context,
      @Doc("How well it answers, 0 to 1, comparable between calls.") @Nullable Double score) {}

  /** A procedure that was found. */
  public record RecalledProcedure(
      String name,
      int version,
      String description,
      @Doc("How it is called; missing while it has no code.") @Nullable String signature,
      @Nullable String category,
      @Doc("The share of runs that succeeded; missing before the first.")
          @Nullable Double successRate,
      int runs,
      @Doc("How well it fits, 0 to 1, comparable between calls.") double score) {}

  /** A memory of any kind that was found. */
  public record RecalledMemory(
      MemoryKind layer,
      MemoryId id,
      String content,
      @Doc("How well it answers, 0 to 1, comparable between calls.") double score) {}

  /** One memory in full. */
  public record MemoryDetails(
      MemoryId id,
      MemoryKind kind,
      String content,
      @Doc("All other fields, as remember takes them.") JsonObject metadata,
      Instant createdAt,
      int revision,
      @Doc("How often it was recalled.") long accessCount,
      @Nullable Instant lastAccessAt,
      @Doc("The fact that took its place.") @Nullable MemoryId supersededBy,
      @Doc("Facts whose place it took.") @Nullable List<MemoryId> superseded,
      @Doc("Earlier revisions, the oldest first.") List<Earlier> history) {}

  /** A memory as it was before an update. */
  public record Earlier(int revision, Instant replacedAt, String content, JsonObject metadata) {}

  /** What became of an update. */
  public record Updated(MemoryId id, int revision) {}

  /** What was forgotten. */
  public record Forgotten(
      List<MemoryId> removed,
      int episodic,
      int semantic,
      int procedural,
      @Doc("Nothing was removed: this is what would be.") boolean dryRun,
      @Doc("There is more; call again.") boolean more) {}
}
