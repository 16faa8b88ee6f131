package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.Status;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of sessions: who keeps them, how many, and how long. */
class SessionTest extends BothLanguages {
  private static final Both WRITE =
      new Both(
          "with open('FILE', 'w') as file:\n  file.write('x' * SIZE)",
          "require('fs').writeFileSync('FILE', 'x'.repeat(SIZE));");
  private static final Both LIST =
      new Both("import os\nsorted(os.listdir('.'))", "require('fs').readdirSync('.').sort();");

  @ParameterizedTest
  @EnumSource(Language.class)
  void filesAreThereInTheNextExecutionOfTheSession(Language language) {
    String session = "kept-" + language;
    run(language, WRITE.with("FILE", "a.txt").with("SIZE", 3), session, JsonObject.EMPTY);

    Outcome next = run(language, LIST, session, JsonObject.EMPTY);
    Outcome other = run(language, LIST, session + "-other", JsonObject.EMPTY);
    Outcome none = run(language, LIST);

    assertThat(result(next)).isEqualTo("[\"a.txt\"]");
    assertThat(result(other)).isEqualTo("[]");
    assertThat(result(none)).isEqualTo("[]");
  }

  @Test
  void bothLanguagesShareTheFilesOfASession() {
    run(Language.PYTHON, WRITE.with("FILE", "p").with("SIZE", 1), "shared", JsonObject.EMPTY);
    run(Language.JAVASCRIPT, WRITE.with("FILE", "j").with("SIZE", 1), "shared", JsonObject.EMPTY);

    Outcome outcome = run(Language.PYTHON, LIST, "shared", JsonObject.EMPTY);

    assertThat(result(outcome)).isEqualTo("[\"j\",\"p\"]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatWasRemovedIsGone(Language language) {
    String session = "removed-" + language;
    run(language, WRITE.with("FILE", "a").with("SIZE", 1), session, JsonObject.EMPTY);
    run(language, WRITE.with("FILE", "b").with("SIZE", 1), session, JsonObject.EMPTY);
    run(
        language,
        new Both("import os\nos.remove('a')", "require('fs').rmSync('a');"),
        session,
        JsonObject.EMPTY);

    assertThat(result(run(language, LIST, session, JsonObject.EMPTY))).isEqualTo("[\"b\"]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void namesMayHaveAnyCharacters(Language language) {
    String session = "names-" + language;
    String names = "[\"100%.txt\",\"a b\",\"grüße/日本 🦉.txt\"]";
    Both write =
        new Both(
            """
            import os
            os.mkdir("grüße")
            for name in NAMES:
                open(name, "w").write(name)
            """,
            """
            const fs = require("fs");
            fs.mkdirSync("grüße");
            NAMES.forEach((name) => fs.writeFileSync(name, name));
            """);
    Both read =
        new Both(
            "[open(name).read() for name in NAMES]",
            "NAMES.map((name) => require('fs').readFileSync(name, 'utf8'));");
    run(language, write.with("NAMES", names), session, JsonObject.EMPTY);

    Outcome outcome = run(language, read.with("NAMES", names), session, JsonObject.EMPTY);

    assertThat(result(outcome)).isEqualTo(names);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aProgramThatIsEndedLeavesItsSessionAsItWas(Language language) {
    String session = "ended-" + language;
    run(language, WRITE.with("FILE", "a").with("SIZE", 1), session, JsonObject.EMPTY);
    run(
        language,
        new Both(
            "open('b', 'w')\nwhile True: pass", "require('fs').writeFileSync('b', ''); for(;;);"),
        session,
        limits("\"timeout_seconds\": 0.5"));

    assertThat(result(run(language, LIST, session, JsonObject.EMPTY))).isEqualTo("[\"a\"]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theWorkingFolderHoldsAsMuchAsItsQuota(Language language) {
    JsonObject oneMebibyte = limits("\"workspace_mb\": 1");
    Both write = WRITE.with("FILE", "f");

    Outcome atQuota = run(language, write.with("SIZE", 1 << 20), "quota-" + language, oneMebibyte);
    Outcome pastIt =
        run(language, write.with("SIZE", (1 << 20) + 1), "past-" + language, oneMebibyte);
    Outcome another =
        run(language, WRITE.with("FILE", "g").with("SIZE", 1), "quota-" + language, oneMebibyte);

    assertThat(files(atQuota)).containsEntry("f", 1L << 20);
    for (Outcome full : List.of(pastIt, another)) {
      assertThat(full.status()).isEqualTo(Status.ERROR);
      assertThat(error(full).message()).containsIgnoringCase("no space left on device");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aFileIsAsLargeAsAllowed(Language language) {
    JsonObject oneMebibyte = limits("\"file_size_mb\": 1");
    Both write = WRITE.with("FILE", "f");

    Outcome atLimit = run(language, write.with("SIZE", 1 << 20), oneMebibyte);
    Outcome pastIt = run(language, write.with("SIZE", (1 << 20) + 1), oneMebibyte);

    assertThat(atLimit.status()).isEqualTo(Status.OK);
    assertThat(pastIt.status()).isEqualTo(Status.ERROR);
    assertThat(error(pastIt).message()).containsIgnoringCase("file too large");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aSessionThatDoesNotFitItsSandboxIsSaidNotTo(Language language) {
    String session = "outgrown-" + language;
    run(language, WRITE.with("FILE", "f").with("SIZE", (1 << 20) + 1), session, JsonObject.EMPTY);

    Outcome folder = run(language, LIST, session, limits("\"workspace_mb\": 1"));
    Outcome file = run(language, LIST, session, limits("\"file_size_mb\": 1"));

    assertThat(folder.status()).isEqualTo(Status.REJECTED);
    assertThat(error(folder).message()).contains("limits.workspace_mb allows 1,048,576");
    assertThat(file.status()).isEqualTo(Status.REJECTED);
    assertThat(error(file).message()).contains("a file of 1,048,577 bytes", "limits.file_size_mb");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void asManyFilesAreKeptAsAllowed(Language language) {
    Both write =
        new Both(
            "for i in range(COUNT):\n  open(f'{i:04}', 'w')",
            "for (let i = 0; i < COUNT; i++)"
                + " require('fs').writeFileSync(String(i).padStart(4, '0'), '');");

    Outcome atLimit =
        run(language, write.with("COUNT", Working.FILES_MAX), "many-" + language, JsonObject.EMPTY);
    Outcome pastIt =
        run(
            language,
            write.with("COUNT", Working.FILES_MAX + 1),
            "more-" + language,
            JsonObject.EMPTY);
    Outcome next = run(language, LIST, "more-" + language, JsonObject.EMPTY);

    assertThat(atLimit.notes()).isEmpty();
    assertThat(pastIt.status()).isEqualTo(Status.OK);
    assertThat(pastIt.notes())
        .containsExactly("A file was not kept, since it does not fit the session: \"1000\"");
    assertThat(files(next)).hasSize(Working.FILES_MAX).doesNotContainKey("1000");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatHasNoNameForASessionIsNotKeptAndNamed(Language language) {
    Both write =
        new Both(
            """
            import os
            os.makedirs("a/" * 20)
            for name in ("line\\nbreak", "a/" * 20 + "deep", "a/" * 19 + "fits"):
                open(name, "w")
            """,
            """
            const fs = require("fs");
            fs.mkdirSync("a/".repeat(20), { recursive: true });
            ["line\\nbreak", "a/".repeat(20) + "deep", "a/".repeat(19) + "fits"]
              .forEach((name) => fs.writeFileSync(name, ""));
            """);

    Outcome outcome = run(language, write, "odd-" + language, JsonObject.EMPTY);

    assertThat(outcome.status()).isEqualTo(Status.OK);
    assertThat(files(outcome)).containsOnlyKeys("a/".repeat(19) + "fits");
    assertThat(outcome.notes()).anyMatch(note -> note.contains("line\\nbreak"));
  }

  @Test
  void executionsOfOneSessionAtOnceDoNotDisturbEachOther() throws Exception {
    Both work =
        new Both(
            """
            import os, shutil, time
            os.makedirs("shared/folder", exist_ok=True)
            for i in range(20):
                open(f"shared/folder/NUMBER-{i}", "w").write("x")
            for name in os.listdir("shared/folder"):
                if not name.startswith("NUMBER-"):
                    os.remove("shared/folder/" + name)
            """,
            "");
    List<Callable<Outcome>> programs = new ArrayList<>();
    for (int number = 0; number < 24; number++) {
      Both own = work.with("NUMBER", number);
      programs.add(() -> run(Language.PYTHON, own, "at-once", JsonObject.EMPTY));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Outcome> outcome : threads.invokeAll(programs)) {
        assertThat(outcome.get().status()).as("%s", outcome.get()).isEqualTo(Status.OK);
        assertThat(outcome.get().notes()).isEmpty();
      }
    }
  }

  @Test
  void executionsAtOnceDoNotOutgrowTheirSession() throws Exception {
    Both fill =
        new Both("with open('fNUMBER', 'w') as file:\n  file.write('x' * 700_000)\n'NUMBER'", "");
    List<Callable<Outcome>> programs = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      Both own = fill.with("NUMBER", number);
      programs.add(() -> run(Language.PYTHON, own, "outgrow", limits("\"workspace_mb\": 1")));
    }
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Outcome> outcome : threads.invokeAll(programs)) {
        outcomes.add(outcome.get());
      }
    }

    Outcome after = run(Language.PYTHON, LIST, "outgrow", limits("\"workspace_mb\": 1"));

    assertThat(files(after).values().stream().mapToLong(Long::longValue).sum())
        .isLessThanOrEqualTo(1 << 20);
    assertThat(outcomes).filteredOn(one -> one.status() == Status.OK).isNotEmpty();
    assertThat(outcomes)
        .filteredOn(one -> one.status() == Status.OK)
        .filteredOn(one -> one.notes().isEmpty())
        .hasSize(1);
  }

  @Test
  void sessionsOfOthersAreOthers(@TempDir Path folder) throws IOException {
    Caller one = caller("local", "one", "anna");
    try (Sandbox sandbox = sandbox(folder, new TestClock())) {
      run(sandbox, one, WRITE.with("FILE", "secret").with("SIZE", 1));

      assertThat(result(run(sandbox, one, LIST))).isEqualTo("[\"secret\"]");
      assertThat(result(run(sandbox, caller("local", "two", "anna"), LIST))).isEqualTo("[]");
      assertThat(result(run(sandbox, caller("local", "one", "berta"), LIST))).isEqualTo("[]");
      assertThat(result(run(sandbox, caller("other", "one", "anna"), LIST))).isEqualTo("[]");
    }
  }

  @Test
  void asManySessionsAsAllowedAreUsedAndOneMoreIsRefused(@TempDir Path folder) throws IOException {
    Caller caller = caller("local", "one", "anna");
    try (Sandbox sandbox = sandbox(folder, new TestClock())) {
      run(sandbox, caller, LIST);
      Path session = only(only(options(folder).sessions()));
      for (int i = 1; i < Sessions.SESSIONS_MAX; i++) {
        Files.createDirectory(session.resolveSibling("other-" + i));
      }
      assertThat(run(sandbox, caller, LIST).status()).isEqualTo(Status.OK);

      Files.move(session, session.resolveSibling("another"));
      Outcome refused = run(sandbox, caller, LIST);
      Files.delete(session.resolveSibling("another"));
      Outcome again = run(sandbox, caller, LIST);

      assertThat(refused.status()).isEqualTo(Status.REJECTED);
      assertThat(error(refused).code()).isEqualTo("quota_exceeded");
      assertThat(error(refused).message()).isEqualTo("there are 200 sessions already");
      assertThat(again.status()).isEqualTo(Status.OK);
    }
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList().getFirst();
    }
  }

  @Test
  void aSessionIsKeptForItsTimeAndNoLonger(@TempDir Path folder) throws IOException {
    TestClock clock = new TestClock();
    Caller caller = caller("local", "one", "anna");
    try (Sandbox sandbox = sandbox(folder, clock)) {
      run(sandbox, caller, WRITE.with("FILE", "a").with("SIZE", 1));

      clock.advance(Duration.ofDays(7));
      assertThat(sandbox.removeOldSessions()).isZero();
      assertThat(result(run(sandbox, caller, LIST))).isEqualTo("[\"a\"]");

      clock.advance(Duration.ofDays(7).plusMillis(1));
      assertThat(sandbox.removeOldSessions()).isEqualTo(1);
      assertThat(result(run(sandbox, caller, LIST))).isEqualTo("[]");
    }
  }

  private Sandbox sandbox(Path folder, TestClock clock) throws IOException {
    Files.setAttribute(folder, "unix:mode", 0755);
    Sandbox.Options usual = options(folder);
    return Sandbox.create(
        new Sandbox.Options(
            usual.cache(),
            usual.sessions(),
            usual.searchPath(),
            usual.srtModules(),
            usual.api(),
            0,
            0,
            usual.sessionsKept(),
            clock));
  }

  private static Caller caller(String tenant, String project, String name) {
    return new Caller(new Principal(name), new Namespace(tenant, project), Set.of(Grant.values()));
  }

  private Outcome run(Sandbox sandbox, Caller caller, Both source) {
    return sandbox.run(
        new RunRequest(
            new ExecutionId("exe_session"),
            caller,
            new Program(Language.PYTHON, source.in(Language.PYTHON), "s"),
            SandboxConfig.of(JsonObject.EMPTY),
            calls,
            _ -> {}));
  }
}
