package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Preset;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.ViolationKind;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.operation.CodeAnswers.ExecutionAnswer;
import dev.athena.operation.CodeAnswers.ExecutionDetails;
import dev.athena.operation.CodeAnswers.ExecutionPage;
import dev.athena.operation.CodeAnswers.PresetSummary;
import dev.athena.operation.CodeAnswers.Redacted;
import dev.athena.operation.CodeAnswers.ReportAnswer;
import dev.athena.operation.CodeAnswers.ReportFormat;
import dev.athena.operation.CodeAnswers.ViolationPage;
import dev.athena.principal.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Running code next to the memory, and looking at what was run. */
@Category(name = "code", summary = "Run Python or JavaScript in a sandbox that calls the memory.")
public interface CodeApi {

  @Operation(
      category = "code",
      grant = Grant.EXECUTE,
      effect = Effect.RUNS,
      summary =
          "Runs Python or JavaScript that calls the memory itself; only what it returns or prints"
              + " comes back.",
      keywords = "run eval script program python javascript compute loop filter count join batch",
      details =
          """
          Python: from athena import memory, then memory.recall_semantic("…"). JavaScript: import \
          { memory } from "athena", then await memory.recallSemantic("…"). The value of the last \
          expression is the result, as at a prompt; records have attributes (fact.content). \
          /athena/api has a folder for each category and a file for each operation to read. The \
          program has no network but http.fetch to allowed hosts, and sees no files of this \
          machine but its working folder, which a session keeps for the next program of it. Code \
          up to 256 KiB. A program that fails, is ended by a limit or is refused has that status; \
          only where no sandbox can be had is the answer an error. timeout_seconds shortens what \
          the preset allows.\
          """,
      returns = "The result, what was printed, what was called, and how it ended.",
      example =
          """
          {"code": "from athena import memory\\nlen(memory.recall('deploy'))"}\
          """,
      failsWith = {
        ErrorCode.SANDBOX_UNAVAILABLE,
        ErrorCode.CODE_REJECTED,
        ErrorCode.NOT_FOUND,
        ErrorCode.QUOTA_EXCEEDED
      })
  ExecutionAnswer executeCode(
      @Doc("The program.") @Verbatim("it runs as written; its record is redacted") String code,
      @Doc("Seen from the code if not given.") @Nullable Language language,
      @Doc(value = "0.1 to 600.", ifAbsent = "30") double timeoutSeconds,
      @Doc(
              value = "conservative, balanced, permissive or one made here.",
              ifAbsent = "\"balanced\"")
          String preset,
      @Doc("Names a working folder that programs share.") @Nullable String session);

  @Operation(
      category = "code",
      grant = Grant.EXECUTE,
      effect = Effect.RUNS,
      summary = "Runs code as execute_code does, with options of the sandbox changed.",
      keywords = "run limits memory timeout configuration sandbox",
      details =
          """
          config has the options to change, as get_sandbox_config shows them, and may name the \
          preset they change, balanced if it does not. What the administrator of this Athena \
          fixed can be made tighter and not looser.\
          """,
      returns = "The same as execute_code.",
      example =
          """
          {"code": "6 * 7", "config": {"limits": {"memory_mb": 128}, "memory": "read"}}\
          """,
      failsWith = {
        ErrorCode.SANDBOX_UNAVAILABLE,
        ErrorCode.CODE_REJECTED,
        ErrorCode.NOT_FOUND,
        ErrorCode.QUOTA_EXCEEDED
      })
  ExecutionAnswer executeCodeWithCustomConfig(
      @Doc("The program.") @Verbatim("it runs as written; its record is redacted") String code,
      @Doc("Options to change, and the preset they change.")
          @Verbatim("its environment is for the program; its record is redacted")
          JsonObject config,
      @Doc("Seen from the code if not given.") @Nullable Language language,
      @Doc("Names a working folder that programs share.") @Nullable String session);

  @Operation(
      category = "code",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Shows the options of a preset, each with its value.",
      keywords = "limits configuration settings allowed",
      details = "The options are as this installation leaves them.",
      returns = "The preset with its configuration.",
      example =
          """
          {"preset": "balanced"}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  Preset getSandboxConfig(@Doc("Its name.") String preset);

  @Operation(
      category = "code",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Lists the presets that code can run with.",
      keywords = "configurations settings",
      details = "Those that come with Athena come first, then those made here, by name.",
      returns = "The presets in brief.",
      example = "{}")
  List<PresetSummary> listSandboxPresets();

  @Operation(
      category = "code",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Lists the programs that were run, the newest first.",
      keywords = "history runs log audit",
      details = "Only those of the project. Up to 200 at a time.",
      returns = "Executions in brief, and a cursor where there are more.",
      example =
          """
          {"status": "timeout", "time_range": "7d"}\
          """)
  ExecutionPage listExecutions(
      @Doc("Only with this status.") @Nullable Status status,
      @Doc("Only with this preset; custom for other configurations.") @Nullable String preset,
      @Doc("Only of this principal.") @Nullable String principal,
      @Doc("24h, 7d, today, yesterday, this_week, last_week, this_month or {from, to}.")
          @Nullable TimeRange timeRange,
      @Doc(value = "1 to 200.", ifAbsent = "20") int limit,
      @Doc("From the page before.") @Verbatim("Athena made it") @Nullable String cursor);

  @Operation(
      category = "code",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Shows one execution: its program, configuration, calls and violations.",
      keywords = "run details source audit",
      details = "The source is missing where it was redacted; its hash stays.",
      returns = "All that is on record.",
      example =
          """
          {"id": "$execution"}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  ExecutionDetails getExecution(@Doc("As execute_code returned it.") ExecutionId id);

  @Operation(
      category = "code",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Lists what programs attempted that their sandbox does not allow.",
      keywords = "security attacks denied blocked audit",
      details =
          """
          Those of the newest execution first. What only the program's own process told (witness \
          program) is a hint. Up to 200 at a time.\
          """,
      returns = "Violations, and a cursor where there are more.",
      example =
          """
          {"severity": "high", "time_range": "7d"}\
          """)
  ViolationPage listViolations(
      @Doc("Only these and worse ones.") @Nullable Severity severity,
      @Doc("Only of this kind.") @Nullable ViolationKind kind,
      @Doc("24h, 7d, today, yesterday, this_week, last_week, this_month or {from, to}.")
          @Nullable TimeRange timeRange,
      @Doc(value = "1 to 200.", ifAbsent = "50") int limit,
      @Doc("From the page before.") @Verbatim("Athena made it") @Nullable String cursor);

  @Operation(
      category = "code",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Reports violations of a period: how many, of what sort, by whom, the worst.",
      keywords = "security summary statistics",
      details = "Counts up to 10,000 violations, the newest.",
      returns = "The report as text, JSON or one HTML page.",
      example =
          """
          {"time_range": "last_week"}\
          """)
  ReportAnswer violationReport(
      @Doc(value = "Such as 7d or {from, to}.", ifAbsent = "\"7d\"") TimeRange timeRange,
      @Doc(value = "How it is written.", ifAbsent = "\"text\"") ReportFormat format);

  @Operation(
      category = "code",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Reports executions of a period: by principal, preset, language and outcome.",
      keywords = "compliance audit summary statistics",
      details = "Counts all executions of the project that are on record.",
      returns = "The report as text, JSON or one HTML page.",
      example =
          """
          {"time_range": "this_month", "format": "json"}\
          """)
  ReportAnswer executionReport(
      @Doc(value = "Such as 7d or {from, to}.", ifAbsent = "\"7d\"") TimeRange timeRange,
      @Doc(value = "How it is written.", ifAbsent = "\"text\"") ReportFormat format);

  @Operation(
      category = "code",
      grant = Grant.FORGET,
      effect = Effect.REMOVES,
      summary = "Forgets the source of a program that was run and keeps its hash.",
      keywords = "delete erase privacy",
      details = "All else of the execution stays on record.",
      returns = "Whether there was a source.",
      example =
          """
          {"id": "$execution"}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  Redacted redactExecution(@Doc("As execute_code returned it.") ExecutionId id);
}
