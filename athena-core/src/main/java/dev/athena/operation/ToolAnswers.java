package dev.athena.operation;

import dev.athena.json.Doc;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the single-step tools answer with. */
public final class ToolAnswers {
  private ToolAnswers() {}

  /** Memories that were found, the best first. */
  public record ToolMemories(List<ToolMemory> results) {}

  /** A memory of any kind that was found. */
  public record ToolMemory(
      MemoryKind kind,
      MemoryId id,
      @Doc("Of a procedure.") @Nullable String name,
      String content,
      @Doc("The content was cut; get_memory has all of it.") @Nullable Boolean truncated,
      @Doc("How well it answers, 0 to 1, comparable between calls.") double score,
      @Doc("When it happened; of facts and procedures, when it was recorded.") Instant timestamp,
      @Nullable String sessionId,
      @Nullable String outcome,
      @Nullable List<String> tags,
      @Nullable Double confidence) {}
}
