package dev.athena.sandbox;

import dev.athena.error.InternalFailure;
import dev.athena.execution.Backend;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.ProgramCalls;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.execution.Status;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the probe as any program is run, with a key file that was put where anybody but the program
 * can read it, and a service of this machine that anybody but the program can reach.
 */
final class RealProbe implements SelfTest.Probe {
  private static final String SOURCE =
      new String(Installed.resource("/dev/athena/sandbox/python/probe.py"), StandardCharsets.UTF_8);

  private final Function<RunRequest, Outcome> runner;

  RealProbe(Function<RunRequest, Outcome> runner) {
    this.runner = runner;
  }

  @Override
  public JsonObject run(Backend backend) {
    try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path key = Files.createTempFile("athena-probe", ".key");
      try {
        Files.writeString(key, "secret");
        Files.setAttribute(key, "unix:mode", 0644);
        return run(backend, key, service.getLocalPort());
      } finally {
        Files.delete(key);
      }
    } catch (IOException e) {
      throw new SandboxUnavailable("the sandbox cannot be tested", "see the log", e);
    }
  }

  private JsonObject run(Backend backend, Path key, int port) {
    String call = "\nprobe(%s, %d)\n".formatted(JsonCodec.write(Json.of(key.toString())), port);
    SandboxConfig config =
        SandboxConfig.of(JsonObject.EMPTY)
            .with(
                JsonObject.builder()
                    .put("backend", backend == Backend.SRT ? "srt" : "bwrap")
                    .build());
    Outcome outcome =
        runner.apply(
            new RunRequest(
                new ExecutionId("exe_self_test"),
                Caller.local(Namespace.ofProject(Namespace.DEFAULT_PROJECT)),
                new Program(Language.PYTHON, SOURCE + call, null),
                config,
                new NoCalls(),
                _ -> {}));
    if (outcome.status() == Status.OK && outcome.result() instanceof JsonObject found) {
      return found;
    }
    throw new SandboxUnavailable(
        "the test of the sandbox ended with "
            + outcome.status().wireName()
            + (outcome.error() == null ? "" : ": " + outcome.error().message()),
        "run `athena doctor`; the log says more",
        new IllegalStateException(outcome.stderr().text()));
  }

  /** The probe has nothing to call. */
  private static final class NoCalls implements ProgramCalls {
    @Override
    public Json call(String operation, JsonObject arguments) {
      throw new InternalFailure("the probe calls nothing", new IllegalStateException(operation));
    }

    @Override
    public void progress(double done, @Nullable Double total, @Nullable String message) {
      // Nobody waits for it.
    }

    @Override
    public void onCancel(Runnable action) {
      // Nobody can cancel it.
    }
  }
}
