package dev.athena.sandbox;

import dev.athena.execution.Backend;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.Conversation.Stillborn;
import dev.athena.sandbox.Conversation.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The parts of the srt back end, put together as {@link Sandbox} does, without its store and
 * without the check of hosts: so that a service of this machine can stand for the internet.
 */
final class SrtMachine implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  final SrtWall wall;
  private final Path folder;
  private final Starter starter = new Starter();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Builder builder;

  SrtMachine() throws IOException {
    this.folder = Files.createTempDirectory("athena-srt-test");
    Files.setAttribute(folder, "unix:mode", 0755);
    Machine machine = new Machine("/usr/bin");
    Installed installed = Installed.in(folder, List.of());
    this.wall = new SrtWall(machine, installed, SandboxFixture.srtModules(), starter);
    this.builder = new Builder(Map.of(Backend.SRT, wall), starter, timer, CLOCK);
  }

  static SandboxConfig config(String... domains) {
    JsonObject network =
        JsonObject.builder().put("domains", Json.ofTexts(List.of(domains))).build();
    return SandboxConfig.of(
        JsonObject.builder().put("backend", "srt").put("network", network).build());
  }

  /** Returns a sandbox that waits for its program. */
  Cell cell(SandboxConfig config) {
    return builder.build(Blueprint.of(Language.PYTHON, config));
  }

  Outcome run(Language language, String source, SandboxConfig config) {
    try (Cell cell = builder.build(Blueprint.of(language, config))) {
      return run(cell, new Program(language, source, null), config);
    }
  }

  Outcome run(Cell cell, Program program, SandboxConfig config) {
    RunRequest request =
        new RunRequest(
            new ExecutionId("exe_test"),
            SandboxFixture.CALLER,
            program,
            config,
            new TestCalls(),
            _ -> {});
    Outcomes outcomes = new Outcomes(config.limits(), CLOCK.instant(), false);
    try {
      Working working = new Working(null, config.limits());
      return new Conversation(cell, request, working, new Surroundings(CLOCK, timer, threads))
          .run(outcomes);
    } catch (Stillborn | IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    wall.close();
    timer.shutdownNow();
    threads.shutdown();
    starter.close();
    SessionFolder.remove(folder);
  }
}
