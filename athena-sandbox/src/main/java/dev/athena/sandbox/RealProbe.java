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
import dev.athena.execution.Violation;
import dev.athena.execution.Witness;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the probe as any program is run, with a key file that was put where anybody but the program
 * can read it, and a service of this machine that anybody but the program can reach.
 */
final class RealProbe implements SelfTest.Probe {
  private static final String SOURCE =
      new String(Installed.resource("/dev/athena/sandbox/python/probe.py"), StandardCharsets.UTF_8);

  /** A host that is on no list; no name of this kind exists anywhere. */
  static final String REFUSED_HOST = "refused.athena.invalid:80";

  /** The member of what was found that has the hosts the proxies told of. */
  static final String TOLD = "told";

  /** What the service says to whoever gets through. */
  static final String GREETING = "athena";

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
          .formatted(GREETING.length(), GREETING)
          .getBytes(StandardCharsets.US_ASCII);

  private final Function<RunRequest, Outcome> runner;

  RealProbe(Function<RunRequest, Outcome> runner) {
    this.runner = runner;
  }

  @Override
  public JsonObject run(Backend backend) {
    try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().name("athena-probe").start(() -> serve(service));
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
    String file = JsonCodec.write(Json.of(key.toString()));
    if (backend == Backend.BWRAP) {
      return run("probe(%s, %d)".formatted(file, port), JsonObject.EMPTY);
    }
    String service = "127.0.0.1:" + port;
    String call =
        "{**probe(%s, %d, 'self'), **probe_proxy('%s', '%s')}"
            .formatted(file, port, service, REFUSED_HOST);
    return run(call, srtWith(service));
  }

  /** Only here is an address let through: to find that what is allowed does get through. */
  private static JsonObject srtWith(String host) {
    return JsonObject.builder()
        .put("backend", "srt")
        .put("network", JsonObject.builder().put("domains", Json.ofTexts(List.of(host))).build())
        .build();
  }

  private JsonObject run(String call, JsonObject config) {
    Outcome outcome =
        runner.apply(
            new RunRequest(
                new ExecutionId("exe_self_test"),
                Caller.local(Namespace.ofProject(Namespace.DEFAULT_PROJECT)),
                new Program(Language.PYTHON, SOURCE + "\n" + call + "\n", null),
                SandboxConfig.of(JsonObject.EMPTY).with(config),
                new NoCalls(),
                _ -> {}));
    if (outcome.status() == Status.OK && outcome.result() instanceof JsonObject found) {
      return found.with(TOLD, told(outcome.violations()));
    }
    throw new SandboxUnavailable(
        "the test of the sandbox ended with "
            + outcome.status().wireName()
            + (outcome.error() == null ? "" : ": " + outcome.error().message()),
        "run `athena doctor`; the log says more",
        new IllegalStateException(outcome.stderr().text()));
  }

  /** Answers whoever gets through. */
  private static void serve(ServerSocket service) {
    while (!service.isClosed()) {
      try (Socket connection = service.accept()) {
        connection.getOutputStream().write(ANSWER);
      } catch (IOException _) {
        // It went away, or the probe is over.
      }
    }
  }

  /** Returns the hosts of which the proxies told, as they did not let them through. */
  private static JsonArray told(List<Violation> violations) {
    return Json.ofTexts(
        violations.stream()
            .filter(one -> one.witness() == Witness.MEDIATOR)
            .map(Violation::target)
            .toList());
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
