package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InvalidArgument;
import dev.athena.error.PermissionDenied;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Status;
import dev.athena.json.JsonCodec;
import dev.athena.models.LocalEmbedder;
import dev.athena.operation.CodeAnswers.ExecutionAnswer;
import dev.athena.operation.CodeAnswers.ExecutionPage;
import dev.athena.operation.CodeAnswers.ReportFormat;
import dev.athena.operation.CodeAnswers.ViolationEntry;
import dev.athena.operation.CodeAnswers.ViolationPage;
import dev.athena.operation.CodeApi;
import dev.athena.operation.TimeRange;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Code with the real sandbox and a real memory. */
@TestInstance(Lifecycle.PER_CLASS)
class CodeOperationsTest {
  private static final TimeRange WEEK = new TimeRange.Last(Duration.ofDays(7));

  private Engine engine;

  @BeforeAll
  void open(@TempDir Path home) {
    engine =
        Engine.open(
            new EngineOptions(
                home,
                LocalEmbedder.Options.DEFAULT_MODEL,
                1,
                SandboxOptions.DEFAULT,
                Protection.usual(home, InstantSource.system()),
                InstantSource.system(),
                ZoneOffset.UTC,
                new SplittableRandom(1)));
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void whatAProgramRemembersIsThereForItsCaller() {
    CodeApi code = code("remembers");

    ExecutionAnswer answer =
        run(
            code,
            "from athena import memory\nmemory.remember_semantic('Kettles boil at noon.').id");

    assertThat(answer.status()).isEqualTo(Status.OK);
    assertThat(engine.memory(caller("remembers")).recall("kettles", 5, null))
        .singleElement()
        .matches(found -> found.content().equals("Kettles boil at noon."));
  }

  @Test
  void theStrictestPresetReadsAndDoesNotWrite() {
    CodeApi code = code("conservative");
    String source =
        """
        from athena import memory, PermissionDenied
        memory.recall('x')
        try:
          memory.remember_semantic('no')
          result = 'written'
        except PermissionDenied as e:
          result = e.code
        result
        """;

    ExecutionAnswer answer = code.executeCode(source, null, 10, "conservative", null);

    assertThat(answer.error()).isNull();
    assertThat(JsonCodec.write(answer.result())).isEqualTo("\"permission_denied\"");
    assertThat(answer.apiCalls()).extracting(one -> one.failures()).containsExactly(0, 1);
  }

  @Test
  void aProgramHasNoMoreRightThanItsCaller() {
    Caller reader =
        new Caller(
            new Principal("reader"),
            Namespace.ofProject("narrow"),
            Set.of(Grant.READ, Grant.EXECUTE));
    CodeApi code = engine.operations().api(CodeApi.class, reader);

    ExecutionAnswer answer = run(code, "from athena import memory\nmemory.remember_semantic('no')");

    assertThat(answer.status()).isEqualTo(Status.ERROR);
    assertThat(answer.error()).matches(error -> "permission_denied".equals(error.code()));
    assertThat(code.listExecutions(null, null, "reader", null, 10, null).executions()).hasSize(1);
  }

  @Test
  void whoMayNotRunCodeIsRefused() {
    Caller reader =
        new Caller(new Principal("r"), Namespace.ofProject("narrow"), Set.of(Grant.READ));

    assertThatExceptionOfType(PermissionDenied.class)
        .isThrownBy(() -> run(engine.operations().api(CodeApi.class, reader), "1"));
  }

  @Test
  void theLanguageIsSeenFromTheCode() {
    CodeApi code = code("languages");

    assertThat(JsonCodec.write(run(code, "const x = [1, 2].map(y => y * 2); x").result()))
        .isEqualTo("[2,4]");
    assertThat(code.executeCode("1 + 1", Language.JAVASCRIPT, 10, "balanced", null).status())
        .isEqualTo(Status.OK);
    assertThat(code.listExecutions(null, null, null, null, 10, null).executions())
        .allMatch(one -> one.language() == Language.JAVASCRIPT);
  }

  @Test
  void nothingIsRunWithoutCodeOrWithAnUnknownPreset() {
    CodeApi code = code("refusals");

    assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> run(code, " \n"));
    assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(() -> code.executeCode("1", null, 10, "strict", null))
        .matches(e -> e.code() == ErrorCode.NOT_FOUND);
    assertThat(code.listExecutions(null, null, null, null, 10, null).executions()).isEmpty();
  }

  @Test
  void aSyntaxErrorIsToldWithItsLineAndIsOnRecord() {
    CodeApi code = code("syntax");

    ExecutionAnswer answer =
        code.executeCode("x = 1\ny = = 2", Language.PYTHON, 10, "balanced", null);

    assertThat(answer.status()).isEqualTo(Status.ERROR);
    assertThat(answer.error()).matches(error -> Integer.valueOf(2).equals(error.line()));
    assertThat(code.getExecution(answer.executionId()).execution().status())
        .isEqualTo(Status.ERROR);
  }

  @Test
  void anExecutionIsOnRecordInFullUntilItsSourceIsForgotten() {
    CodeApi code = code("records");
    ExecutionId id = run(code, "from athena import memory\nlen(memory.recall('x'))").executionId();

    assertThat(code.getExecution(id))
        .satisfies(details -> {
          assertThat(details.source()).contains("memory.recall");
          assertThat(details.apiCalls()).hasSize(1);
          assertThat(details.config().object("limits")).isPresent();
          assertThat(details.used()).isNotNull();
        });
    assertThat(code.redactExecution(id).redacted()).isTrue();
    assertThat(code.getExecution(id).source()).isNull();
    assertThat(code.redactExecution(id).redacted()).isFalse();
    assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(() -> code("elsewhere").getExecution(id))
        .matches(e -> e.code() == ErrorCode.NOT_FOUND);
  }

  @Test
  void executionsAreListedPageByPage() {
    CodeApi code = code("pages");
    List<ExecutionId> run = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      run.addFirst(run(code, "1 + " + i).executionId());
    }

    List<ExecutionId> listed = new ArrayList<>();
    String cursor = null;
    do {
      ExecutionPage page = code.listExecutions(null, null, null, null, 2, cursor);
      page.executions().forEach(one -> listed.add(one.id()));
      cursor = page.cursor();
    } while (cursor != null);

    assertThat(listed).isEqualTo(run);
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> code.listExecutions(null, null, null, null, 201, null));
    assertThat(code.listExecutions(null, null, null, null, 200, null).executions()).hasSize(5);
  }

  @Test
  void violationsAreListedPageByPageAndReported() {
    CodeApi code = code("violations");
    String nosy =
        """
        for name in ['a', 'b', 'c']:
          try:
            open('/root/.ssh/id_' + name)
          except OSError:
            pass
        """;
    ExecutionId first = run(code, nosy).executionId();
    ExecutionId second = run(code, nosy).executionId();

    List<ViolationEntry> listed = new ArrayList<>();
    String cursor = null;
    do {
      ViolationPage page = code.listViolations(null, null, null, 2, cursor);
      listed.addAll(page.violations());
      cursor = page.cursor();
    } while (cursor != null);

    assertThat(listed).hasSize(6);
    assertThat(listed.subList(0, 3)).allMatch(one -> one.executionId().equals(second));
    assertThat(listed.subList(3, 6)).allMatch(one -> one.executionId().equals(first));
    assertThat(code.violationReport(WEEK, ReportFormat.TEXT).text()).contains("/root/.ssh/id_a");
    assertThat(code.violationReport(WEEK, ReportFormat.HTML).text()).startsWith("<!doctype html>");
    assertThat(code.executionReport(WEEK, ReportFormat.JSON).json()).isNotNull();
  }

  @Test
  void optionsOfTheCallerHoldAndAreOnRecord() {
    CodeApi code = code("custom");

    ExecutionAnswer answer =
        code.executeCodeWithCustomConfig(
            "import os\nos.environ['COLOUR']",
            JsonCodec.readObject("{\"environment\": {\"COLOUR\": \"blue\"}}"),
            null,
            null);

    assertThat(JsonCodec.write(answer.result())).isEqualTo("\"blue\"");
    assertThat(code.getExecution(answer.executionId()).execution().preset()).isEqualTo("custom");
  }

  @Test
  void aHostThatIsNotAllowedIsRefusedToProgramsAndOnRecord() {
    CodeApi code = code("fetch");
    String source =
        """
        from athena import http, PermissionDenied
        try:
          http.fetch('https://example.org/')
          result = 'fetched'
        except PermissionDenied as e:
          result = str(e)
        result
        """;

    ExecutionAnswer answer = run(code, source);

    assertThat(JsonCodec.write(answer.result())).contains("example.org");
    assertThat(answer.violations())
        .singleElement()
        .matches(one -> one.target().contains("example.org"));
  }

  @Test
  void nobodyButAProgramFetches() {
    assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(() ->
            engine
                .operations()
                .call(
                    caller("fetch"),
                    "http.fetch",
                    JsonCodec.readObject("{\"url\": \"https://example.org/\"}")))
        .withMessageContaining("programs")
        .matches(e -> e.code() == ErrorCode.PERMISSION_DENIED);
  }

  private static ExecutionAnswer run(CodeApi code, String source) {
    return code.executeCode(source, null, 10, "balanced", null);
  }

  private CodeApi code(String project) {
    return engine.operations().api(CodeApi.class, caller(project));
  }

  private static Caller caller(String project) {
    return Caller.local(Namespace.ofProject(project));
  }
}
