package dev.athena.operation;

import dev.athena.episodic.EpisodeContext;
import dev.athena.error.ErrorCode;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.Answers.Forgotten;
import dev.athena.operation.Answers.MemoryDetails;
import dev.athena.operation.Answers.RecalledEpisode;
import dev.athena.operation.Answers.RecalledFact;
import dev.athena.operation.Answers.RecalledMemory;
import dev.athena.operation.Answers.RecalledProcedure;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.Answers.RememberedEpisode;
import dev.athena.operation.Answers.RememberedFact;
import dev.athena.operation.Answers.RememberedProcedure;
import dev.athena.operation.Answers.Updated;
import dev.athena.principal.Grant;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.semantic.FactMetadata;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that can be done with the memory, for one caller.
 *
 * <p>Every method is an operation: what its annotations say is its documentation everywhere, and
 * every door leads to it.
 */
@Category(name = "memory", summary = "Remember, recall, change and forget.")
public interface MemoryApi {

  @Operation(
      category = "memory",
      grant = Grant.WRITE,
      effect = Effect.ADDS,
      summary = "Remembers something that is true.",
      keywords = "save store add put note keep record write persist memorize learn fact knowledge",
      details =
          """
          The same content with the same memory_type and validity is stored once: the answer then \
          carries the first id and duplicate true. A fact with a key supersedes the standing fact \
          with that key; both stay, and recall_semantic with as_of reads the past. One that began \
          to hold earlier finds its place in the history. Content takes up to 8,000 characters.\
          """,
      returns = "The id of the fact, whether it was there already, and the ids it superseded.",
      example =
          """
          {"content": "The build needs JDK 25.",
           "metadata": {"tags": ["build"], "key": "build.jdk", "source": "pom.xml"}}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  RememberedFact rememberSemantic(
      @Doc("What is true, in a sentence or two that stand on their own.") String content,
      @Doc(
              value =
                  "tags, confidence, source, memory_type, key, valid_from, valid_to,"
                      + " supersedes; other keys are kept.",
              ifAbsent = "{}")
          FactMetadata metadata);

  @Operation(
      category = "memory",
      grant = Grant.WRITE,
      effect = Effect.ADDS,
      summary = "Remembers something that happened.",
      keywords = "save store add put note keep record write persist log event",
      details =
          """
          Episodes that share a session_id help each other to be found. The same content, type, \
          session, time, outcome, tool and arguments are stored once; a time that was not given \
          does not tell two apart. Content takes up to 100,000 characters.\
          """,
      returns = "The id of the episode, and whether it was there already.",
      example =
          """
          {"content": "Ran the tests after the upgrade; two of 412 failed.",
           "event_type": "test_run",
           "context": {"session_id": "upgrade-jdk", "outcome": "failure", "tool": "mvn"}}\
          """)
  RememberedEpisode rememberEpisodic(
      @Doc("What happened, in the words you will look for it with.") String content,
      @Doc(
              value = "What sort of event: action, decision, error, conversation, …",
              ifAbsent = "\"action\"")
          String eventType,
      @Doc(
              value =
                  "session_id, timestamp, outcome, files, cwd, task, phase, branch, tool,"
                      + " arguments, output, duration_ms, author; other keys are kept.",
              ifAbsent = "{}")
          EpisodeContext context);

  @Operation(
      category = "memory",
      grant = Grant.WRITE,
      effect = Effect.ADDS,
      summary = "Remembers how something is done, by a name and a description.",
      keywords =
          "save store add put note keep record write persist teach steps workflow recipe skill",
      details =
          """
          A procedure is known by its name: another description under the same name becomes its \
          next version, and the earlier ones are kept. The description takes up to 20,000 \
          characters.\
          """,
      returns = "The id, the name and the version that now stands.",
      example =
          """
          {"name": "release", "description": "Run the tests, tag the commit, build the archive.",
           "metadata": {"category": "deployment"}}\
          """)
  RememberedProcedure rememberProcedural(
      @Doc("A short name, such as rotate_logs.") String name,
      @Doc("The steps, and when to take them.") String description,
      @Doc(value = "category, tags; other keys are kept.", ifAbsent = "{}")
          ProcedureMetadata metadata);

  @Operation(
      category = "memory",
      grant = Grant.WRITE,
      effect = Effect.ADDS,
      summary = "Remembers many things at once, in one durable step.",
      keywords = "save store add put persist import bulk batch several",
      details =
          """
          All items are stored, or none: an item that is refused is named in the error. Up to \
          10,000 items a call.\
          """,
      returns = "A receipt for each item, in the order of the items.",
      example =
          """
          {"items": [{"kind": "semantic", "content": "Releases are cut on Thursdays."},
                     {"kind": "episodic", "content": "Cut release 1.4.", "event_type": "release"}]}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  List<Receipt> rememberMany(
      @Doc("Each has a kind (semantic, episodic or procedural) and the arguments of that remember.")
          List<JsonObject> items);

  @Operation(
      category = "memory",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Finds facts that answer a question, best first.",
      keywords = "search find look lookup retrieve fetch ask fact knowledge",
      details =
          """
          Facts that ended, were superseded or are still to begin are left out, unless as_of names \
          a time at which they hold. Of tags, a fact must carry all. A question that nothing answers gets an \
          empty list. Up to 100 facts.\
          """,
      returns = "Facts with their scores.",
      example =
          """
          {"query": "Which JDK does the build need?", "limit": 3}\
          """)
  List<RecalledFact> recallSemantic(
      @Doc("A question, or words to look for.") String query,
      @Doc(value = "The most facts to return.", ifAbsent = "5") int limit,
      @Doc(value = "Leave out facts less sure than this.", ifAbsent = "0.0") double minConfidence,
      @Doc("Only facts that carry all of these.") @Nullable List<String> tags,
      @Doc("Read the facts as they held at this time.") @Nullable Instant asOf);

  @Operation(
      category = "memory",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Finds episodes, by relevance to a question or else the newest first.",
      keywords = "search find look lookup retrieve fetch event history timeline recent past",
      details =
          """
          A time named in the question, such as "last Tuesday", is a preference, and of a question \
          for nothing else ("what happened yesterday") the answer; time_range is a \
          filter, in which a day without a time is the whole day. Without a query, episodes come \
          in the order they happened, the newest first, without a score. Up to 100 episodes with a \
          query, up to 1,000 without.\
          """,
      returns = "Episodes; with scores if there was a query.",
      example =
          """
          {"query": "tests that failed after the upgrade", "time_range": "30d", "limit": 5}\
          """)
  List<RecalledEpisode> recallEpisodic(
      @Doc("24h, 7d, 2w, today, yesterday, this_week, last_week, this_month or {from, to}.")
          @Nullable TimeRange timeRange,
      @Doc("Only episodes of this type.") @Nullable String eventType,
      @Doc("A question, or words to look for.") @Nullable String query,
      @Doc("Only episodes of this session.") @Nullable String sessionId,
      @Doc(value = "The most episodes to return.", ifAbsent = "20") int limit);

  @Operation(
      category = "memory",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Finds procedures that fit what you are about to do.",
      keywords = "search find look lookup retrieve fetch steps instructions workflow recipe skill",
      details = "A context that no procedure fits gets an empty list. Up to 100 procedures.",
      returns = "Procedures with their scores.",
      example =
          """
          {"context": "publish a new version"}\
          """)
  List<RecalledProcedure> recallProcedural(
      @Doc("What you want to do, or the situation you are in.") String context,
      @Doc(value = "The most procedures to return.", ifAbsent = "5") int limit);

  @Operation(
      category = "memory",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Finds whatever answers a question, in all kinds of memory.",
      keywords = "search find look lookup retrieve fetch ask query",
      details =
          """
          Scores of all kinds are comparable. Facts that do not hold now are left out. A question \
          that nothing answers gets an empty list. Up to 100 memories.\
          """,
      returns = "Memories of any kind with their scores, best first.",
      example =
          """
          {"query": "What do I need to know about releases?", "layers": ["semantic", "procedural"]}\
          """)
  List<RecalledMemory> recall(
      @Doc("A question, or words to look for.") String query,
      @Doc(value = "The most memories to return.", ifAbsent = "5") int limit,
      @Doc("Only these kinds: episodic, semantic, procedural; all if left out.")
          @Nullable List<MemoryKind> layers);

  @Operation(
      category = "memory",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Reads one memory in full, with its history.",
      keywords = "show view open read fetch whole details versions",
      details = "The history holds the earlier revisions, the oldest first.",
      returns = "The memory with all its fields, how often it was recalled, and its history.",
      example =
          """
          {"id": "$semantic"}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  MemoryDetails getMemory(@Doc("The id that remember or recall gave.") MemoryId id);

  @Operation(
      category = "memory",
      grant = Grant.WRITE,
      effect = Effect.CHANGES,
      summary = "Changes a memory and keeps how it was.",
      keywords = "edit change set correct fix modify replace overwrite rename adjust",
      details =
          """
          What is left out stays as it is. In metadata, a key replaces the one of that name and \
          null removes it; the keys are those of the remember of its kind, for an episode also \
          event_type, for a procedure also name. What it was before becomes part of its history. A \
          fact whose key, times or supersedes change is placed among the facts under its key as \
          though it had been told so; what it no longer supersedes stands again.\
          """,
      returns = "The id and the revision that now stands.",
      example =
          """
          {"id": "$semantic", "metadata": {"confidence": 0.9}}\
          """,
      failsWith = {ErrorCode.NOT_FOUND, ErrorCode.CONFLICT})
  Updated updateMemory(
      @Doc("The id that remember or recall gave.") MemoryId id,
      @Doc("The new content; for a procedure its description.") @Nullable String content,
      @Doc("Keys to add, replace or, with null, remove.") @Nullable JsonObject metadata);

  @Operation(
      category = "memory",
      grant = Grant.FORGET,
      effect = Effect.REMOVES,
      summary = "Removes a memory, or all that mention a subject, for good.",
      keywords = "delete remove erase erasure drop purge clear clean cleanup wipe discard rid",
      details =
          """
          Give either id or subject. A subject is a name or phrase; every memory of the project \
          that contains it in its text, its other fields or its history is removed, up to 10,000 a \
          call. What a removed fact had superseded stands again, or gives way to the next fact \
          under its key or to the same one remembered anew. With dry_run nothing is removed and the \
          answer says what would be.\
          """,
      returns = "The ids removed, and how many of each kind.",
      example =
          """
          {"subject": "a phrase that stands nowhere", "dry_run": true}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  Forgotten forget(
      @Doc("The memory to remove.") @Nullable MemoryId id,
      @Doc("A name or phrase of 2 to 1,000 characters; case and line breaks do not matter.")
          @Nullable String subject,
      @Doc(value = "Only say what would be removed.", ifAbsent = "false") boolean dryRun);
}
