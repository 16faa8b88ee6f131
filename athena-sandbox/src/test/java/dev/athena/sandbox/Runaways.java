package dev.athena.sandbox;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Program;
import dev.athena.execution.ProgramCalls;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs programs that never end; a program of its own, since a test ends it by force. */
final class Runaways implements ProgramCalls {
  /** How many programs run at once. */
  static final int COUNT = 20;

  /** The file that is there once all of them run. */
  static final String ALL_RUN = "all-run";

  private final Path home;
  private final AtomicInteger started = new AtomicInteger();

  private Runaways(Path home) {
    this.home = home;
  }

  /** Takes the folder of the sandbox. */
  static void main(String[] arguments) {
    Path home = Path.of(arguments[0]);
    Runaways runaways = new Runaways(home);
    Sandbox sandbox =
        Sandbox.create(
            new Sandbox.Options(
                home.resolve("cache"),
                home.resolve("sessions"),
                "/usr/bin:/usr/local/bin",
                SandboxFixture.srtModules(),
                TestApi::files,
                2,
                1,
                Duration.ofDays(7),
                InstantSource.system()));
    runaways.run(sandbox, Language.PYTHON, "open('kept.txt', 'w').write('kept')", "session-0");
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int i = 0; i < COUNT; i++) {
        Language language = i % 4 < 2 ? Language.PYTHON : Language.JAVASCRIPT;
        String source =
            language == Language.PYTHON
                ? "import athena\nopen('new.txt', 'w')\nathena.call('started')\nwhile True: pass"
                : "import { call } from 'athena'; await call('started'); for (;;);";
        String session = i % 2 == 0 ? "session-" + i : null;
        threads.execute(() -> runaways.run(sandbox, language, source, session));
      }
    }
  }

  private void run(Sandbox sandbox, Language language, String source, @Nullable String session) {
    var outcome =
        sandbox.run(
            new RunRequest(
                new ExecutionId("exe_runaway"),
                Caller.local(Namespace.ofProject("runaways")),
                new Program(language, source, session),
                SandboxConfig.of(JsonObject.EMPTY),
                this,
                _ -> {}));
    if (outcome.error() != null) {
      throw new IllegalStateException(outcome.error().message());
    }
  }

  @Override
  public Json call(String operation, JsonObject arguments) {
    if (started.incrementAndGet() == COUNT) {
      try {
        Files.createFile(home.resolve(ALL_RUN));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Json.of(true);
  }

  @Override
  public void progress(double done, @Nullable Double total, @Nullable String message) {
    // Nobody looks.
  }

  @Override
  public void onCancel(Runnable action) {
    // Nobody cancels.
  }
}
