package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.detection.SensitiveType;
import dev.athena.episodic.EpisodeContext;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.operation.AllOperations;
import dev.athena.operation.CodeApi;
import dev.athena.operation.Examples;
import dev.athena.operation.MemoryApi;
import dev.athena.operation.OperationSpec;
import dev.athena.operation.Operations;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Permitting;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.semantic.FactMetadata;
import dev.athena.testkit.schema.SchemaCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what the documentation shows. */
@TestInstance(Lifecycle.PER_CLASS)
class ExamplesTest {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("examples"));

  private final Map<String, String> ids = new HashMap<>();
  private Engine engine;

  @BeforeAll
  void open(@TempDir Path home) {
    InstantSource clock = InstantSource.system();
    engine =
        Engine.open(
            new EngineOptions(
                home,
                LocalEmbedder.Options.DEFAULT_MODEL,
                1,
                SandboxOptions.DEFAULT,
                Protection.usual(home, clock),
                clock,
                ZoneOffset.UTC,
                new SplittableRandom(1)));
    MemoryApi memory = engine.memory(CALLER);
    ids.put(
        "semantic",
        memory
            .rememberSemantic("The sky over the office is grey.", FactMetadata.NONE)
            .id()
            .value());
    ids.put(
        "episodic",
        memory
            .rememberEpisodic("Wrote to ann@harbour.example.org.", "action", EpisodeContext.NONE)
            .id()
            .value());
    engine
        .privacy()
        .permitting()
        .permit(
            CALLER,
            new Permitting.Wanted(
                "local", Set.of(SensitiveType.EMAIL), "review", Duration.ofDays(1)));
    ids.put(
        "procedural",
        memory.rememberProcedural("look", "Go to a window.", ProcedureMetadata.NONE).id().value());
    CodeApi code = engine.operations().api(CodeApi.class, CALLER);
    ids.put(
        "execution", code.executeCode("1 + 1", null, 10, "balanced", null).executionId().value());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  static Stream<String> operations() {
    return AllOperations.registry().list(null, null).stream().map(OperationSpec::name);
  }

  static Stream<String> operationsOfEveryCaller() {
    return operations().filter(name -> !name.equals("http.fetch"));
  }

  @ParameterizedTest
  @MethodSource("operationsOfEveryCaller")
  void theExampleRunsAndItsAnswerIsAsDeclared(String name) {
    Operations operations = engine.operations();
    OperationSpec spec = operations.registry().get(name);
    JsonObject arguments = Examples.arguments(spec, ids);

    Json answer = operations.call(CALLER, name, arguments);

    assertThat(SchemaCheck.problems(spec.argumentsSchema(), arguments)).isEmpty();
    assertThat(SchemaCheck.problems(spec.answerSchema(), answer)).isEmpty();
  }

  @Test
  void theEngineHasAllOperationsThatAreDocumented() {
    List<String> present =
        engine.operations().registry().list(null, null).stream().map(OperationSpec::name).toList();

    assertThat(present).containsExactlyElementsOf(operations().toList());
  }
}
