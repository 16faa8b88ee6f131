package dev.athena.sandbox;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Outcome;
import dev.athena.execution.RunRequest;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Runs all attacks, each in a sandbox of its own; a program of its own, since the tests start it as
 * several users.
 */
final class AttackRun {
  private static final int AT_ONCE = 4;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final Sandbox sandbox;
  private final String harness;

  private AttackRun(Sandbox sandbox, String harness) {
    this.sandbox = sandbox;
    this.harness = harness;
  }

  /** Which attacks are run. */
  enum Plan {
    PLAIN,
    PERMISSIVE,
    PERMISSIVE_ONE_OF_EACH_KIND;

    private List<AttackTry> tries(List<Attack> attacks) {
      return switch (this) {
        case PLAIN -> AttackTry.plain(attacks);
        case PERMISSIVE -> AttackTry.permissive(attacks);
        case PERMISSIVE_ONE_OF_EACH_KIND -> AttackTry.oneOfEachKind(AttackTry.permissive(attacks));
      };
    }
  }

  /**
   * Takes the folder of the attacks, a folder for the sandbox, a file for what comes out, and the
   * name of a plan.
   */
  static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<AttackTry> tries = Plan.valueOf(arguments[3]).tries(Attack.in(folder));
    String harness = Files.readString(folder.resolve("harness/run.py"));
    JsonObject.Builder results = JsonObject.builder();
    try (Sandbox sandbox = sandbox(Path.of(arguments[1]))) {
      results.put("ended", new JsonArray(new AttackRun(sandbox, harness).all(tries)));
      results.put("folders", Json.ofTexts(foldersOfHelpers()));
    }
    Files.writeString(Path.of(arguments[2]), JsonCodec.write(results.build()));
  }

  /** Returns the folders in which processes of this machine work for sandboxes. */
  private static List<String> foldersOfHelpers() throws IOException {
    List<String> folders = new ArrayList<>();
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      Path folder = Files.readSymbolicLink(Path.of("/proc", child.pid() + "", "cwd"));
      Path parent = folder.getParent();
      if (parent != null) {
        folders.add(parent.toString());
      }
    }
    return folders;
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

  private List<Json> all(List<AttackTry> tries) throws InterruptedException, ExecutionException {
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

  private JsonObject run(AttackTry one) {
    long begin = System.nanoTime();
    Outcome outcome =
        sandbox.run(
            new RunRequest(
                new ExecutionId("exe_attack"),
                Caller.local(Namespace.ofProject("attacks")),
                one.program(harness),
                one.config(facts()),
                new TestCalls(),
                _ -> {}));
    String said = outcome.error() == null ? "" : outcome.error().message();
    return JsonObject.builder()
        .put("attack", one.attack().name())
        .put("configuration", one.configuration())
        .put("end", Attack.endOf(outcome))
        .put("seen", one.expected().isSeen(outcome))
        .put("verdict", outcome.result() instanceof Json.Text(String text) ? shortened(text) : "")
        .put("said", shortened(outcome.result() + " " + said + " " + outcome.stderr().text()))
        .put("size", size(outcome))
        .put("millis", (System.nanoTime() - begin) / NANOS_PER_MILLI)
        .build();
  }

  /** Returns what attacks are told of their victim. */
  private static Map<String, String> facts() {
    return System.getenv().entrySet().stream()
        .filter(one -> one.getKey().startsWith("VICTIM_"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
