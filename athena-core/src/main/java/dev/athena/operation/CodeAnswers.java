package dev.athena.operation;

import dev.athena.execution.Backend;
import dev.athena.execution.CalledOperation;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Finding;
import dev.athena.execution.Language;
import dev.athena.execution.MemoryAccess;
import dev.athena.execution.ProgramError;
import dev.athena.execution.ResourceUse;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Witness;
import dev.athena.execution.WorkingFile;
import dev.athena.json.Doc;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations on code answer with. */
public final class CodeAnswers {
  private CodeAnswers() {}

  /** What became of a program. */
  public record ExecutionAnswer(
      ExecutionId executionId,
      Status status,
      @Doc("The value of the last expression; null if there is none.") Json result,
      String stdout,
      String stderr,
      @Doc("Something was cut; notes say what and where the rest is.") boolean truncated,
      @Doc("Why it did not come to its end.") @Nullable ProgramError error,
      double durationMs,
      @Doc("Of that, what was not the program.") double overheadMs,
      @Doc("What it called.") List<CalledOperation> apiCalls,
      @Doc("What it attempted that the sandbox does not allow.") List<Violation> violations,
      @Doc("Files it left in the working folder.") List<WorkingFile> files,
      @Doc("What the check before the run noticed.") List<Finding> findings,
      List<String> notes) {}

  /** A preset in brief. */
  public record PresetSummary(
      String name,
      String description,
      Backend backend,
      MemoryAccess memory,
      double timeoutSeconds,
      int memoryMb,
      int processes,
      @Doc("Hosts it reaches.") List<String> domains) {}

  /** Executions, the newest first. */
  public record ExecutionPage(
      List<ExecutionSummary> executions,
      @Doc("For the next page; missing on the last.") @Nullable String cursor) {}

  /** An execution in brief. */
  public record ExecutionSummary(
      ExecutionId id,
      @Doc("Missing while it runs.") @Nullable Status status,
      Language language,
      String preset,
      String principal,
      @Nullable String session,
      Instant startedAt,
      @Nullable Double durationMs,
      @Nullable String error,
      @Doc("The process that ran it died.") boolean interrupted,
      int violations) {}

  /** An execution in full. */
  public record ExecutionDetails(
      ExecutionSummary execution,
      @Doc("SHA-256 of the source.") String sourceHash,
      @Doc("Missing once it was redacted.") @Nullable String source,
      @Doc("The configuration it ran with.") JsonObject config,
      List<CalledOperation> apiCalls,
      List<Violation> violations,
      @Nullable ResourceUse used) {}

  /** Violations, those of the newest execution first. */
  public record ViolationPage(
      List<ViolationEntry> violations,
      @Doc("For the next page; missing on the last.") @Nullable String cursor) {}

  /** A violation and the execution it happened in. */
  public record ViolationEntry(
      ExecutionId executionId,
      ViolationKind kind,
      Severity severity,
      Witness witness,
      String action,
      String target,
      Instant at) {}

  /** A report in one of its forms. */
  public record ReportAnswer(
      ReportFormat format,
      @Doc("As text or HTML.") @Nullable String text,
      @Doc("As JSON.") @Nullable JsonObject json) {}

  /** How a report is written. */
  public enum ReportFormat {
    TEXT,
    JSON,
    HTML
  }

  /** Whether a source was there to be forgotten. */
  public record Redacted(ExecutionId id, boolean redacted) {}
}
