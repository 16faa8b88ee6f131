package dev.athena.sandbox;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs all attacks, each in a sandbox of its own; a program of its own, since the tests start it as
 * several users.
 */
final class AttackRun {
  private static final int AT_ONCE = 4;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final Sandbox sandbox;
  private final String victim;

  private AttackRun(Sandbox sandbox, String victim) {
    this.sandbox = sandbox;
    this.victim = victim;
  }

  /** An attack in one of the configurations it is tried in. */
  private record Try(Attack attack, String configuration) {}

  /** Takes the folder of the attacks, a folder for the sandbox, and a file for what comes out. */
  static void main(String[] arguments) throws Exception {
    List<Try> tries = new ArrayList<>();
    for (Attack attack : Attack.in(Path.of(arguments[0]))) {
      attack.configurations().forEach(one -> tries.add(new Try(attack, one)));
    }
    List<Json> ended;
    try (Sandbox sandbox = sandbox(Path.of(arguments[1]))) {
      ended = new AttackRun(sandbox, System.getenv("VICTIM_FOLDER")).all(tries);
    }
    Files.writeString(Path.of(arguments[2]), JsonCodec.write(new JsonArray(ended)));
  }

  private static Sandbox sandbox(Path home) {
    return Sandbox.create(
        new Sandbox.Options(
            home.resolve("cache"),
            home.resolve("sessions"),
            "/usr/bin:/usr/local/bin",
            SandboxFixture.srtModules(),
            List::of,
            0,
            0,
            Duration.ofDays(7),
            InstantSource.system()));
  }

  private List<Json> all(List<Try> tries) throws InterruptedException, ExecutionException {
    List<Callable<Json>> work = new ArrayList<>();
    tries.forEach(one -> work.add(() -> run(one)));
    List<Json> ended = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Json> one : threads.invokeAll(work)) {
        ended.add(one.get());
      }
    }
    return ended;
  }

  private JsonObject run(Try one) {
    long begin = System.nanoTime();
    Outcome outcome =
        sandbox.run(
            new RunRequest(
                new ExecutionId("exe_attack"),
                Caller.local(Namespace.ofProject("attacks")),
                new Program(one.attack().language(), one.attack().source(), null),
                configuration(one),
                new TestCalls(),
                _ -> {}));
    String said = outcome.error() == null ? "" : outcome.error().message();
    return JsonObject.builder()
        .put("attack", one.attack().name())
        .put("configuration", one.configuration())
        .put("end", Attack.endOf(outcome))
        .put("seen", one.attack().isSeen(outcome))
        .put("said", shortened(outcome.result() + " " + said + " " + outcome.stderr().text()))
        .put("size", size(outcome))
        .put("millis", (System.nanoTime() - begin) / NANOS_PER_MILLI)
        .build();
  }

  private SandboxConfig configuration(Try one) {
    JsonObject.Builder environment = JsonObject.builder();
    System.getenv()
        .forEach((name, value) -> {
          if (name.startsWith("VICTIM_")) {
            environment.put(name, value);
          }
        });
    JsonObject config =
        JsonObject.builder()
            .put("environment", environment.build())
            .put("limits", JsonCodec.readObject(limits(one.configuration())))
            .put("paths", JsonCodec.readObject(paths(one.configuration())))
            .build();
    return SandboxConfig.of(JsonObject.EMPTY)
        .with(config)
        .with(JsonObject.builder().put("limits", one.attack().limits()).build());
  }

  private static String limits(String configuration) {
    return switch (configuration) {
      case "conservative" ->
          "{\"processes\": 0, \"memory_mb\": 128, \"cpu_seconds\": 5, \"timeout_seconds\": 10}";
      case "balanced" -> "{\"cpu_seconds\": 8, \"timeout_seconds\": 12}";
      case "processes", "shown" ->
          "{\"processes\": 32, \"cpu_seconds\": 8, \"timeout_seconds\": 12}";
      default -> throw new IllegalArgumentException(configuration);
    };
  }

  private String paths(String configuration) {
    return configuration.equals("shown")
        ? "{\"read\": [\"%s/shared\"], \"write\": [\"%1$s/project\", \"%1$s/exchange\"]}"
            .formatted(victim)
        : "{}";
  }

  /** How much of an outcome is kept besides its output and its result, in characters. */
  private static long size(Outcome outcome) {
    return (outcome.error() + "" + outcome.notes() + outcome.files() + outcome.violations())
        .length();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 300));
  }
}
