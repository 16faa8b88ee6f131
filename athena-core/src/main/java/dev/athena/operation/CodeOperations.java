package dev.athena.operation;

import dev.athena.execution.Execution;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.LanguageGuess;
import dev.athena.execution.Order;
import dev.athena.execution.Preset;
import dev.athena.execution.Presets.Chosen;
import dev.athena.execution.Program;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.ViolationKind;
import dev.athena.json.JsonObject;
import dev.athena.operation.CodeAnswers.ExecutionAnswer;
import dev.athena.operation.CodeAnswers.ExecutionDetails;
import dev.athena.operation.CodeAnswers.ExecutionPage;
import dev.athena.operation.CodeAnswers.PresetSummary;
import dev.athena.operation.CodeAnswers.Redacted;
import dev.athena.operation.CodeAnswers.ReportAnswer;
import dev.athena.operation.CodeAnswers.ReportFormat;
import dev.athena.operation.CodeAnswers.ViolationPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out {@link CodeApi} for one call. */
final class CodeOperations implements CodeApi {
  private final CodeServices services;
  private final Operations operations;
  private final CallContext context;
  private final ExecutionHistory history;

  CodeOperations(CodeServices services, Operations operations, CallContext context) {
    this.services = services;
    this.operations = operations;
    this.context = context;
    this.history = new ExecutionHistory(services, context.caller().namespace());
  }

  @Override
  public ExecutionAnswer executeCode(
      String code,
      @Nullable Language language,
      double timeoutSeconds,
      String preset,
      @Nullable String session) {
    return run(program(code, language, session), services.presets().within(preset, timeoutSeconds));
  }

  @Override
  public ExecutionAnswer executeCodeWithCustomConfig(
      String code, JsonObject config, @Nullable Language language, @Nullable String session) {
    return run(program(code, language, session), services.presets().custom(config));
  }

  @Override
  public Preset getSandboxConfig(String preset) {
    return services.presets().get(preset);
  }

  @Override
  public List<PresetSummary> listSandboxPresets() {
    return services.presets().all().stream().map(CodeOperations::summary).toList();
  }

  @Override
  public ExecutionPage listExecutions(
      @Nullable Status status,
      @Nullable String preset,
      @Nullable String principal,
      @Nullable TimeRange timeRange,
      int limit,
      @Nullable String cursor) {
    var wanted = new ExecutionHistory.Wanted(status, preset, principal, timeRange);
    return history.list(wanted, limit, cursor);
  }

  @Override
  public ExecutionDetails getExecution(ExecutionId id) {
    return history.details(id);
  }

  @Override
  public ViolationPage listViolations(
      @Nullable Severity severity,
      @Nullable ViolationKind kind,
      @Nullable TimeRange timeRange,
      int limit,
      @Nullable String cursor) {
    var wanted = new ExecutionHistory.Attempts(severity, kind, timeRange);
    return history.violations(wanted, limit, cursor);
  }

  @Override
  public ReportAnswer violationReport(TimeRange timeRange, ReportFormat format) {
    return history.violationReport(timeRange, format);
  }

  @Override
  public ReportAnswer executionReport(TimeRange timeRange, ReportFormat format) {
    return history.executionReport(timeRange, format);
  }

  @Override
  public Redacted redactExecution(ExecutionId id) {
    return history.redact(id);
  }

  private static Program program(
      String code, @Nullable Language language, @Nullable String session) {
    Language known = language == null ? LanguageGuess.of(code) : language;
    return new Program(known, code, session);
  }

  private ExecutionAnswer run(Program program, Chosen chosen) {
    Order order =
        new Order(
            program,
            chosen.name(),
            chosen.config(),
            (id, refused) ->
                ProgramDoor.of(
                    operations,
                    context,
                    chosen.config().memory(),
                    new ProgramScope(id, chosen.config().network(), refused)));
    Execution execution = services.executions().run(context.caller(), order);
    execution.alerts().forEach(context.follower()::alert);
    return ExecutionHistory.answer(execution);
  }

  private static PresetSummary summary(Preset preset) {
    var config = preset.config();
    return new PresetSummary(
        preset.name(),
        preset.description(),
        config.backend(),
        config.memory(),
        config.limits().timeoutSeconds(),
        config.limits().memoryMb(),
        config.limits().processes(),
        config.network().domains());
  }
}
