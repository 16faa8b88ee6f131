package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.ToolAnswers.ToolMemories;
import dev.athena.principal.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembering and recalling in a single step each, for agents that call tools and not code. */
@Category(name = "tools", summary = "Remember and recall as tools, one call for all kinds.")
public interface ToolApi {

  @Operation(
      name = "tools.remember",
      category = "tools",
      grant = Grant.WRITE,
      effect = Effect.ADDS,
      summary =
          "Remembers what is true (semantic), happened (episodic) or how to do it (procedural).",
      keywords = "save store add put note keep record write persist memorize learn",
      details =
          """
          The same memory twice is stored once. A fact with a key supersedes the standing fact with \
          that key.\
          """,
      returns = "The id, whether it was there already, and what it superseded.",
      example =
          """
          {"content": "Deployments need the approval of two people.",
           "metadata": {"tags": ["deployment"]}}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  Receipt remember(
      @Doc("Words that stand on their own.") String content,
      @Doc(value = "What is true, what happened, or how it is done.", ifAbsent = "\"semantic\"")
          MemoryKind kind,
      @Doc("Such as decision.") @Nullable String eventType,
      @Doc(
              value =
                  "semantic: tags, key, confidence, source, valid_to; episodic: session_id,"
                      + " timestamp, outcome; procedural: name (required), category. Others are"
                      + " kept.",
              ifAbsent = "{}")
          JsonObject metadata);

  @Operation(
      name = "tools.recall",
      category = "tools",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Finds memories that answer a question, best first; none if nothing answers it.",
      keywords = "search find look lookup retrieve fetch ask query",
      details =
          """
          Scores are comparable between calls and kinds. Facts that ended are left out. time_range \
          filters events by when they happened, facts and procedures by when they were recorded. \
          Content past 4,000 characters is cut and marked; get_memory reads it whole. Up to 100 \
          memories.\
          """,
      returns = "Memories of any kind with their scores.",
      example =
          """
          {"query": "What do deployments need?", "kinds": ["semantic"]}\
          """)
  ToolMemories recall(
      @Doc("A question or words.") String query,
      @Doc(value = "1 to 100.", ifAbsent = "5") int limit,
      @Doc("Only these kinds.") @Nullable List<MemoryKind> kinds,
      @Doc("24h, 7d, today, yesterday, this_week, last_week, this_month or {from, to}.")
          @Nullable TimeRange timeRange);
}
