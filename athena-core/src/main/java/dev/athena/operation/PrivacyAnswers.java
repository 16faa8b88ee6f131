package dev.athena.operation;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditOutcome;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.privacy.Exports;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations on privacy answer with. */
public final class PrivacyAnswers {
  private PrivacyAnswers() {}

  /** What became of a memory that was remembered with privacy. */
  public record RememberedPrivately(
      MemoryKind kind,
      MemoryId id,
      @Doc("It was there already.") boolean duplicate,
      @Doc("How many parts were replaced by pseudonyms.") int tokens,
      @Doc("How many of each type, such as {\"email\": 1}.") JsonObject types) {}

  /** An episode with what stands behind its pseudonyms. */
  public record UntokenizedEvent(
      MemoryId id,
      String content,
      JsonObject context,
      @Doc("How many pseudonyms were resolved.") int resolved,
      @Doc("Pseudonyms that stay: of types that are not permitted, or of what was erased.")
          List<String> left) {}

  /** What is private now. */
  public record PrivacyStatus(
      @Doc("Whether what is written is redacted without being asked for.") boolean enabled,
      @Doc("How many values stand behind pseudonyms.") long tokens,
      @Doc("How many of each type.") JsonObject types,
      @Doc("Patterns of this tenant's own.") int patterns,
      @Doc("Names and terms that were declared.") int names,
      @Doc(
              "How much of what is stored was looked through with what is private now, from 0 to"
                  + " 1.")
          double scanned,
      @Doc("When all of it was.") @Nullable Instant scannedAt) {}

  /** Records of the audit. */
  public record AuditPage(
      List<AuditEntryAnswer> records,
      @Doc("For the next page; missing on the last.") @Nullable String cursor) {}

  /** One record of the audit. */
  public record AuditEntryAnswer(
      @Doc("Its number in the log, counted from 1.") long number,
      Instant at,
      String principal,
      AuditAction action,
      AuditOutcome outcome,
      @Doc("What it was done to.") String target,
      @Doc("Why, in the words of who did it; may be empty.") String reason,
      @Doc("Names and numbers, never a value.") JsonObject details) {}

  /** What was erased. */
  public record Erased(
      @Doc("Pseudonyms behind which nothing stands any more.") List<String> pseudonyms,
      @Doc("How many memories were removed, by kind.") JsonObject memories,
      @Doc("Their ids, up to 1,000.") List<MemoryId> ids,
      @Doc("How many executions were rid of their source.") int executions,
      @Doc("How many were removed, as more of them than the source mentions the value.")
          int executionsRemoved,
      @Doc("How many files were removed that programs had left in their sessions.")
          int sessionFiles,
      @Doc("In how many projects.") int projects,
      @Doc("Files that were exported before, and what became of them.") List<ErasedFile> exports,
      @Doc("What was found when it was looked for again; missing for a dry run.")
          @Nullable JsonObject left,
      @Doc("All this, signed; missing for a dry run.") @Nullable ErasedProof proof,
      @Doc("Nothing was erased: this is what would be.") boolean dryRun) {}

  /** A file that was exported before. */
  public record ErasedFile(
      String path,
      Instant writtenAt,
      @Doc("may_hold and changed: somebody has to look at it.") Exports.State state) {}

  /** What was erased, signed. */
  public record ErasedProof(
      @Doc("JSON, which names the value by a keyed hash.") String statement,
      @Doc("Names the key; `athena privacy audit export` has its public half.") String key,
      @Doc("Ed25519 over the line \"athena erasure 1\" and the statement, in base64.")
          String signature) {}
}
