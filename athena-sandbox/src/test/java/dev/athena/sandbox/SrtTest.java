package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Witness;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.Syscall.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Programs in real sandboxes of srt. */
class SrtTest extends SandboxFixture {
  private static final JsonObject SRT = JsonObject.builder().put("backend", "srt").build();

  /** A call of the kernel from Python: {@code call(number, ...)} returns its error number or 0. */
  private static final String CALL =
      """
      import ctypes
      libc = ctypes.CDLL(None, use_errno=True)
      def call(*words):
        return ctypes.get_errno() if libc.syscall(*words) < 0 else 0
      """;

  @Test
  void bothLanguagesRun() {
    assertThat(result(python("1 + 1", SRT))).isEqualTo("2");
    assertThat(result(javaScript("1 + 1", SRT))).isEqualTo("2");
  }

  @Test
  void aHostThatIsNotOnTheListIsRefusedAndTold() {
    Outcome outcome =
        python(
            """
            import urllib.request, urllib.error
            try:
              urllib.request.urlopen("http://elsewhere.example.org/", timeout=10)
            except urllib.error.HTTPError as error:
              answer = [error.code, error.read().decode()]
            answer
            """,
            with("network", "domains", Json.ofTexts(List.of("example.com"))));

    assertThat(result(outcome)).contains("403").contains("blocked by network allowlist");
    assertThat(outcome.violations())
        .singleElement()
        .satisfies(one -> assertThat(one.witness()).isEqualTo(Witness.MEDIATOR))
        .satisfies(one -> assertThat(one.kind()).isEqualTo(ViolationKind.NETWORK))
        .satisfies(one -> assertThat(one.target()).isEqualTo("elsewhere.example.org:80"));
  }

  @Test
  void anotherPortOfAHostOfTheListIsRefused() {
    Outcome outcome =
        python(
            """
            import urllib.request, urllib.error
            def code(url):
              try:
                return urllib.request.urlopen(url, timeout=20).status
              except urllib.error.HTTPError as error:
                return error.code
            [code("http://allowed.athena.invalid:8080/"), code("http://allowed.athena.invalid:80/") != 403]
            """,
            with("network", "domains", Json.ofTexts(List.of("allowed.athena.invalid"))));

    assertThat(result(outcome)).isEqualTo("[403,true]");
    assertThat(outcome.violations())
        .extracting(Violation::target)
        .containsExactly("allowed.athena.invalid:8080");
  }

  @Test
  void whatIsNoNameOfTheInternetIsRefusedBeforeAnythingRuns() {
    JsonObject local = with("network", "domains", Json.ofTexts(List.of("127.0.0.1:8080")));

    assertThatThrownBy(() -> python("1", local))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("127.0.0.1:8080");
  }

  @Test
  void aProgramThatTakesTooLongIsEndedWithAllThatItStarted() {
    JsonObject limits =
        JsonObject.builder().put("timeout_seconds", 1L).put("processes", 4L).build();
    Outcome outcome =
        python(
            """
            import subprocess
            subprocess.Popen(["/usr/bin/setsid", "/usr/bin/sleep", "98761"])
            subprocess.run(["/usr/bin/sleep", "98762"])
            """,
            SRT.with("limits", limits));

    assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
    assertThat(error(outcome).line()).isEqualTo(3);
    Eventually.holds(() -> assertThat(commandLines()).noneMatch(line -> line.contains("9876")));
  }

  @Test
  void withoutProcessesNoneCanBeStarted() {
    Outcome outcome = python("import subprocess\nsubprocess.run(['/usr/bin/true'])", SRT);

    assertThat(error(outcome).type()).isEqualTo("PermissionError");
  }

  @Test
  void filesOfThisMachineCannotBeSeen() throws IOException {
    Path key = Files.createTempFile(Path.of("/var/tmp"), "athena-test", ".key");
    try {
      Files.setAttribute(key, "unix:mode", 0644);
      Outcome outcome =
          python(
              """
              import os
              [os.path.exists("%s"), os.path.exists("/etc/passwd"), os.listdir("/home"),
               os.listdir("/root"), os.listdir("/sys")]
              """
                  .formatted(key),
              SRT);

      assertThat(result(outcome)).isEqualTo("[false,false,[],[],[]]");
    } finally {
      Files.delete(key);
    }
  }

  @Test
  void pathsOfTheConfigurationCanBeReadAndNotWritten() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "athena-test [a]*");
    try {
      Files.setAttribute(folder, "unix:mode", 0755);
      Files.writeString(folder.resolve("a.txt"), "hello");
      Outcome outcome =
          python(
              """
              try:
                open("%1$s/b.txt", "w")
              except OSError as error:
                refused = error.strerror
              [open("%1$s/a.txt").read(), refused]
              """
                  .formatted(folder),
              with("paths", "read", Json.ofTexts(List.of(folder.toString()))));

      assertThat(result(outcome)).isEqualTo("[\"hello\",\"Read-only file system\"]");
      assertThat(outcome.violations())
          .allSatisfy(one -> assertThat(one.witness()).isEqualTo(Witness.PROGRAM));
    } finally {
      SessionFolder.remove(folder);
    }
  }

  @Test
  void theFolderThatAllOfSrtShareIsNotShared() throws IOException {
    Path shared = Path.of("/tmp/claude");
    boolean ours = !Files.exists(shared);
    if (ours) {
      Files.createDirectory(shared);
      Files.setAttribute(shared, "unix:mode", 01777);
    }
    try {
      String write =
          """
          import os
          os.makedirs("/tmp/claude", exist_ok=True)
          open("/tmp/claude/athena-test", "w").write("x")
          """;
      Outcome first = python(write, SRT);
      Outcome second = python("import os\nos.path.exists('/tmp/claude/athena-test')", SRT);

      assertThat(first.status()).isIn(Status.OK, Status.ERROR);
      assertThat(result(second)).isEqualTo("false");
      assertThat(shared.resolve("athena-test")).doesNotExist();
    } finally {
      if (ours) {
        SessionFolder.remove(shared);
      }
    }
  }

  @Test
  void theEnvironmentHasWhatWasAskedForAndTheProxies() {
    JsonObject config =
        SRT.with("environment", JsonObject.builder().put("COLOUR", "re'd\n").build());
    Set<String> expected =
        Set.of(
            "ALL_PROXY",
            "ATHENA_API",
            "ATHENA_NETWORK",
            "COLOUR",
            "HOME",
            "HTTPS_PROXY",
            "HTTP_PROXY",
            "LANG",
            "NODE_USE_ENV_PROXY",
            "NO_PROXY",
            "PATH",
            "all_proxy",
            "http_proxy",
            "https_proxy",
            "no_proxy");

    String python = result(python("import os\n[sorted(os.environ), os.environ['COLOUR']]", config));
    String javaScript =
        result(javaScript("[Object.keys(process.env).sort(), process.env.COLOUR]", config));

    String names = JsonCodec.write(Json.ofTexts(expected.stream().sorted().toList()));
    assertThat(python).isEqualTo("[" + names + ",\"re'd\\n\"]");
    assertThat(javaScript).isEqualTo("[" + names + ",\"re'd\\n\"]");
  }

  @Test
  void whatSrtLeavesOpenIsClosedInBothLanguages() {
    JsonObject processes = with("limits", "processes", Json.of(4));
    Architecture machine = Machine.architecture();
    String shared =
        CALL
            + "[call(%d, 1, 4096, 0o1600), call(%d, 0)]"
                .formatted(Syscall.SHMGET.number(machine), Syscall.PERSONALITY.number(machine));
    String keys = CALL + "call(%d, 0, -1, 0)".formatted(Syscall.KEYCTL.number(machine));

    String inPython = result(python(shared, SRT));
    Outcome inJavaScript = javaScript(inPythonOfNode(shared + "\n", "print"), processes);
    Outcome keysInPython = python(keys, SRT);
    Outcome keysInJavaScript = javaScript(inPythonOfNode(keys + "\n", "print"), processes);

    assertThat(inPython).isEqualTo("[1,1]");
    assertThat(result(inJavaScript)).isEqualTo("\"[1, 1]\"");
    assertThat(keysInPython.status()).isEqualTo(Status.KILLED);
    assertThat(keysInPython.violations()).anyMatch(one -> one.witness() == Witness.KERNEL);
    assertThat(keysInPython.stderr().text()).isEmpty();
    assertThat(result(keysInJavaScript)).isEqualTo("\"SIGSYS\"");
  }

  @Test
  void eachFolderInMainMemoryHasItsLimit() {
    String fill =
        """
        def fits(path, size):
          try:
            with open(path, "wb") as file:
              for _ in range(size):
                file.write(bytes(1 << 20))
            return True
          except OSError as error:
            return error.strerror
        """;
    JsonObject limits = with("limits", "workspace_mb", Json.of(3));

    assertThat(result(python(fill + "fits('a', 3)", limits))).isEqualTo("true");
    assertThat(result(python(fill + "fits('a', 4)", limits))).contains("No space");
    assertThat(result(python(fill + "fits('/tmp/a', 65)", SRT))).contains("File too large");
    assertThat(result(python(fill + "[fits('/tmp/a', 40), fits('/tmp/b', 40)]", SRT)))
        .contains("No space");
    assertThat(result(python(fill + "fits('/dev/shm/a', 17)", SRT))).contains("No space");
    assertThat(result(python(fill + "[fits('/home/a', 1), fits('/dev/a', 1)]", SRT)))
        .isEqualTo("[\"Read-only file system\",\"Read-only file system\"]");
  }

  @Test
  void tooMuchMemoryIsToldAsSuch() {
    Outcome outcome = python("data = []\nwhile True:\n  data.append('x' * 1_000_000)", SRT);

    assertThat(outcome.status()).isEqualTo(Status.OUT_OF_MEMORY);
    assertThat(javaScript("const a = []; for (;;) a.push(new Array(1e5).fill(a.length));", SRT))
        .extracting(Outcome::status)
        .isEqualTo(Status.OUT_OF_MEMORY);
  }

  @Test
  void tooMuchProcessorTimeIsToldAsSuch() {
    Outcome outcome = python("while True: pass", with("limits", "cpu_seconds", Json.of(1)));

    assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
    assertThat(error(outcome).message()).contains("1 seconds of processor time");
  }

  @Test
  void withoutSrtNothingIsRunInItsPlace() throws IOException {
    Path home = Files.createTempDirectory("athena-no-srt");
    Files.setAttribute(home, "unix:mode", 0755);
    Sandbox.Options with = options(home);
    Sandbox.Options without =
        new Sandbox.Options(
            with.cache(),
            with.sessions(),
            with.searchPath(),
            home.resolve("nothing"),
            with.api(),
            0,
            0,
            with.sessionsKept(),
            with.clock());
    try (Sandbox sandbox = Sandbox.create(without)) {
      SandboxConfig config = SandboxConfig.of(SRT);

      assertThatThrownBy(() -> sandbox.prepare(Language.PYTHON, config))
          .isInstanceOf(SandboxUnavailable.class)
          .hasMessageContaining("srt is not installed")
          .satisfies(e -> assertThat(((SandboxUnavailable) e).hint()).contains("./setup"));
    } finally {
      SessionFolder.remove(home);
    }
  }

  @Test
  void aSessionKeepsItsFiles() {
    Outcome first = run(new Program(Language.PYTHON, "open('a.txt', 'w').write('1')", "s"), SRT);
    Outcome second = run(new Program(Language.PYTHON, "open('a.txt').read()", "s"), SRT);

    assertThat(first.files()).hasSize(1);
    assertThat(result(second)).isEqualTo("\"1\"");
  }

  /** Returns a program in JavaScript that runs one in Python and has its output, or its signal. */
  private static String inPythonOfNode(String source, String wrap) {
    int last = source.stripTrailing().lastIndexOf('\n') + 1;
    String printing = source.substring(0, last) + wrap + "(" + source.substring(last).strip() + ")";
    return """
    import { spawnSync } from "node:child_process";
    const ended = spawnSync("/usr/bin/python3", ["-c", %s]);
    ended.signal ?? String(ended.stdout).trim();
    """
        .formatted(JsonCodec.write(Json.of(printing)));
  }

  private Outcome javaScript(String source, JsonObject config) {
    return run(new Program(Language.JAVASCRIPT, source, null), config);
  }

  private static JsonObject with(String group, String name, Json value) {
    return SRT.with(group, JsonObject.builder().put(name, value).build());
  }

  private static String result(Outcome outcome) {
    assertThat(outcome.result()).as(outcome.toString()).isNotNull();
    return JsonCodec.write(Objects.requireNonNull(outcome.result()));
  }

  private static List<String> commandLines() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .toList();
  }
}
