package dev.athena.sandbox;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.ProgramCalls;
import dev.athena.execution.ProgramError;
import dev.athena.execution.ProgramFile;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A real sandbox for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxFixture {
  static final Caller CALLER = Caller.local(Namespace.ofProject("tests"));

  final TestCalls calls = new TestCalls();
  private Path folder;
  private Sandbox sandbox;

  @BeforeAll
  void create() throws IOException {
    folder = Files.createTempDirectory("athena-sandbox-test");
    Files.setAttribute(folder, "unix:mode", 0755); // another user reads the files of programs
    sandbox = sandbox(options(folder));
  }

  @AfterAll
  void close() throws IOException {
    sandbox.close();
    SessionFolder.remove(folder);
  }

  /** Makes the sandbox, which keeps files of sessions as they are unless a test says otherwise. */
  Sandbox sandbox(Sandbox.Options options) {
    return Sandbox.create(options);
  }

  /** Returns what the programs call; echoes unless a test says otherwise. */
  ProgramCalls calls() {
    return calls;
  }

  /** Returns the files that programs find; none unless a test says otherwise. */
  List<ProgramFile> api() {
    return List.of();
  }

  Sandbox.Options options(Path home) {
    return new Sandbox.Options(
        home.resolve("cache"),
        home.resolve("sessions"),
        "/usr/bin:/usr/local/bin",
        srtModules(),
        this::api,
        2,
        1,
        Duration.ofDays(7),
        InstantSource.system());
  }

  /** Returns the folder in which the build put srt; without the build, one with nothing in it. */
  static Path srtModules() {
    return Path.of(System.getProperty("athena.srt", "/nonexistent"));
  }

  final Sandbox sandbox() {
    return sandbox;
  }

  /** Returns the folder of the sandbox on this machine. */
  final Path home() {
    return folder;
  }

  final Outcome python(String source) {
    return python(source, JsonObject.EMPTY);
  }

  final Outcome python(String source, JsonObject config) {
    return run(new Program(Language.PYTHON, source, null), config);
  }

  final Outcome run(Program program, JsonObject config) {
    return sandbox.run(
        new RunRequest(
            new ExecutionId("exe_test"),
            CALLER,
            program,
            SandboxConfig.of(JsonObject.EMPTY).with(config),
            calls(),
            _ -> {}));
  }

  static ProgramError error(Outcome outcome) {
    return Objects.requireNonNull(outcome.error(), () -> "no error: " + outcome);
  }

  static JsonObject limits(String name, long value) {
    return JsonObject.builder()
        .put("limits", JsonObject.builder().put(name, Json.of(value)).build())
        .build();
  }
}
