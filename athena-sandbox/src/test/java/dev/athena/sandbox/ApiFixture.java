package dev.athena.sandbox;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.RateLimited;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.ProgramCalls;
import dev.athena.execution.ProgramFile;
import dev.athena.execution.Status;
import dev.athena.json.Doc;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.AllOperations;
import dev.athena.operation.Category;
import dev.athena.operation.Effect;
import dev.athena.operation.Examples;
import dev.athena.operation.Operation;
import dev.athena.operation.OperationRegistry;
import dev.athena.operation.OperationSpec;
import dev.athena.operation.ParameterSpec;
import dev.athena.operation.ProgramFiles;
import dev.athena.principal.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Programs in real sandboxes that import the real API; the operations behind it echo. */
abstract class ApiFixture extends SandboxFixture {
  /** The ids of examples end so in documentation. */
  final OperationRegistry registry = AllOperations.registry();

  final Echo echo = new Echo();

  /** Answers with what it was called with, or fails with the code that a query names. */
  static final class Echo implements ProgramCalls {
    final List<JsonObject> heard = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    @Override
    public synchronized Json call(String operation, JsonObject arguments) {
      String query = arguments.text("query").orElse("");
      if (query.startsWith("fail ")) {
        throw failure(ErrorCode.valueOf(query.substring(5).toUpperCase(Locale.ROOT)));
      }
      JsonObject call =
          JsonObject.builder().put("operation", operation).put("arguments", arguments).build();
      heard.add(call);
      return call;
    }

    @Override
    public synchronized void progress(
        double done, @Nullable Double total, @Nullable String message) {
      told.add(done + " of " + total + ": " + message);
    }

    @Override
    public void onCancel(Runnable action) {}

    private static AthenaException failure(ErrorCode code) {
      return code == ErrorCode.RATE_LIMITED
          ? new RateLimited("recall", 250)
          : new AthenaException(code, "the message", "the hint") {};
    }
  }

  /** An operation whose documentation is full of what ends texts and comments elsewhere. */
  @Category(name = "hostile", summary = "It */ has \"\"\" and \\ in it.")
  interface HostileApi {
    @Operation(
        category = "hostile",
        grant = Grant.READ,
        effect = Effect.READS,
        summary = "Ends */ comments, \"\"\" texts and \\u0022\\",
        details = "`${x}` {{NAMES}} \"\"\"\"",
        returns = "\"",
        example = "{\"given\": \"*/ \\\"\\\"\\\" \\\\ '\"}")
    String checkAll(
        @Doc(value = "*/ \"\"\" \\", ifAbsent = "\"*/ \\\"\\\"\\\" \\\\\"") String given);
  }

  @Override
  ProgramCalls calls() {
    return echo;
  }

  @Override
  List<ProgramFile> api() {
    OperationRegistry all = AllOperations.registry();
    all.register(HostileApi.class);
    return ProgramFiles.of(all);
  }

  @BeforeEach
  void hearNothingYet() {
    echo.heard.clear();
    echo.told.clear();
  }

  /** Returns the operations that programs see. */
  List<OperationSpec> operations() {
    return registry.list(null, null).stream()
        .filter(spec -> !spec.category().equals("tools") && spec.grant().isForPrograms())
        .toList();
  }

  /** Returns what is called when an operation is called as its example says. */
  JsonObject exampleOf(OperationSpec spec) {
    return withoutDefaults(
        JsonObject.builder()
            .put("operation", spec.name())
            .put("arguments", Examples.shown(spec))
            .build());
  }

  /** Returns a call without the arguments that say what holds anyhow. */
  JsonObject withoutDefaults(JsonObject call) {
    OperationSpec spec = registry.get(call.text("operation").orElseThrow());
    JsonObject.Builder arguments = JsonObject.builder();
    Map<String, Json> given = call.object("arguments").orElseThrow().members();
    for (ParameterSpec parameter : spec.parameters()) {
      Json value = given.get(parameter.name());
      if (value != null && !value.equals(parameter.ifAbsent())) {
        arguments.put(parameter.name(), value);
      }
    }
    return call.with("arguments", arguments.build());
  }

  /** Runs a program that must come to its end, and returns its result as JSON. */
  String result(Language language, String source) {
    Outcome outcome = run(new Program(language, source, null), JsonObject.EMPTY);
    if (outcome.status() != Status.OK || outcome.result() == null) {
      throw new AssertionError(outcome.toString());
    }
    return JsonCodec.write(outcome.result());
  }
}
