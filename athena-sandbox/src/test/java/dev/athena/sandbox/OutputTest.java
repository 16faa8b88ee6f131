package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Status;
import dev.athena.execution.Witness;
import dev.athena.json.Json;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of what a program writes and returns comes back, and where the rest is. */
class OutputTest extends BothLanguages {
  private static final int KIB = 1_024;
  private static final int MIB = 1 << 20;
  private static final Both RETURN = new Both("'r' * COUNT", "'r'.repeat(COUNT);");
  private static final Both PRINT =
      new Both(
          "import sys\nsys.stdout.write('o' * COUNT)\nNone",
          "process.stdout.write('o'.repeat(COUNT)); null;");
  private static final Both READ =
      new Both(
          "text = open('FILE').read()\n[len(text), text[:2], text[-2:]]",
          "const t = require('fs').readFileSync('FILE', 'utf8');\n"
              + "[t.length, t.slice(0, 2), t.slice(-2)];");

  @ParameterizedTest
  @EnumSource(Language.class)
  void aResultAtItsLimitComesBackWhole(Language language) {
    Outcome atLimit =
        run(language, RETURN.with("COUNT", KIB - 2), limits("\"output_kb\": 1")); // and two quotes
    Outcome pastIt = run(language, RETURN.with("COUNT", KIB - 1), limits("\"output_kb\": 1"));

    assertThat(atLimit.result()).isEqualTo(Json.of("r".repeat(KIB - 2)));
    assertThat(atLimit.notes()).isEmpty();
    assertThat(pastIt.notes())
        .containsExactly(
            "result has 1,025 bytes, of which 1 KiB come back; "
                + "send a session to have the whole kept as a file.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aResultOf50MebibytesIsCutAndTheWholeIsInTheSession(Language language) {
    String session = "large-" + language;
    Outcome outcome =
        run(language, RETURN.with("COUNT", 50 * MIB), session, limits("\"memory_mb\": 1024"));
    Outcome read =
        run(language, READ.with("FILE", "result.json"), session, limits("\"memory_mb\": 1024"));

    assertThat(outcome.status()).as("%s", outcome.error()).isEqualTo(Status.OK);
    assertThat(result(outcome)).hasSizeBetween(32 * KIB, 33 * KIB).startsWith("\"\\\"rrr");
    assertThat(outcome.notes())
        .containsExactly(
            "result has 52,428,802 bytes, of which 32 KiB come back; "
                + "the whole is the file result.json of the session.");
    assertThat(files(outcome)).containsEntry("result.json", 52_428_802L);
    assertThat(result(read)).isEqualTo("[52428802,\"\\\"r\",\"r\\\"\"]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aResultThatTheWorkingFolderCannotHoldIsSaidToBeLost(Language language) {
    Outcome outcome =
        run(
            language,
            RETURN.with("COUNT", 2 * MIB),
            "small-" + language,
            limits("\"workspace_mb\": 1"));

    assertThat(outcome.status()).isEqualTo(Status.OK);
    assertThat(outcome.notes()).anyMatch(note -> note.contains("had no room for the whole"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void outputAtItsLimitComesBackWhole(Language language) {
    Outcome atLimit = run(language, PRINT.with("COUNT", KIB), limits("\"output_kb\": 1"));
    Outcome pastIt = run(language, PRINT.with("COUNT", KIB + 1), limits("\"output_kb\": 1"));

    assertThat(atLimit.stdout().text()).isEqualTo("o".repeat(KIB));
    assertThat(atLimit.stdout().cut()).isFalse();
    assertThat(pastIt.stdout().cut()).isTrue();
    assertThat(pastIt.stdout().totalBytes()).isEqualTo(KIB + 1);
    assertThat(pastIt.stdout().text()).contains("… 1 characters are left out …");
    assertThat(pastIt.notes())
        .containsExactly(
            "stdout has 1,025 bytes, of which 1 KiB come back; "
                + "send a session to have the whole kept as a file.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void outputThatIsCutIsAFileOfTheSession(Language language) {
    String session = "output-" + language;
    Outcome outcome = run(language, PRINT.with("COUNT", MIB), session, limits("\"output_kb\": 1"));
    Outcome read = run(language, READ.with("FILE", "stdout.txt"), session, limits(""));

    assertThat(outcome.notes())
        .containsExactly(
            "stdout has 1,048,576 bytes, of which 1 KiB come back; "
                + "the whole is the file stdout.txt of the session.");
    assertThat(result(read)).isEqualTo("[1048576,\"oo\",\"oo\"]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void outputThatTheSessionCannotHoldIsSaidToBeLost(Language language) {
    Outcome outcome =
        run(
            language,
            PRINT.with("COUNT", 2 * MIB),
            "full-" + language,
            limits("\"output_kb\": 1, \"workspace_mb\": 1"));

    assertThat(outcome.notes())
        .containsExactly(
            "stdout has 2,097,152 bytes, of which 1 KiB come back; "
                + "the session has no room for the whole.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void errorOutputIsCutAsWell(Language language) {
    Both complain =
        new Both(
            "import sys\nsys.stderr.write('e' * 5000)\nNone",
            "process.stderr.write('e'.repeat(5000)); null;");
    Outcome outcome = run(language, complain, limits("\"output_kb\": 1"));

    assertThat(outcome.stderr().cut()).isTrue();
    assertThat(outcome.notes())
        .containsExactly(
            "stderr has 5,000 bytes, of which 1 KiB come back; the middle of it is not kept.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whoWritesAsMuchAsAllowedGoesOnAndWhoWritesMoreIsEnded(Language language) {
    Outcome atLimit = run(language, PRINT.with("COUNT", MIB), limits("\"output_mb\": 1"));
    Outcome pastIt = run(language, PRINT.with("COUNT", MIB + 1), limits("\"output_mb\": 1"));

    assertThat(atLimit.status()).isEqualTo(Status.OK);
    assertThat(atLimit.use().outputBytes()).isEqualTo(MIB);
    assertThat(pastIt.status()).isEqualTo(Status.KILLED);
    assertThat(Objects.requireNonNull(pastIt.error()).message())
        .isEqualTo("it wrote more than 1 MiB");
    assertThat(pastIt.violations())
        .anyMatch(one -> one.witness() == Witness.LIMIT && one.action().equals("output"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatGoesPastTheStreamsIsErrorOutput(Language language) {
    Both write =
        new Both(
            "import os\nprint('a')\nos.write(1, b'b')\nos.write(2, b'c')\n5",
            "const fs = require('fs'); console.log('a');"
                + " fs.writeSync(1, 'b'); fs.writeSync(2, 'c'); 5;");
    for (int i = 0; i < 10; i++) {
      Outcome outcome = run(language, write);

      assertThat(outcome.stdout().text()).isEqualTo("a\n");
      assertThat(outcome.stderr().text()).isEqualTo("bc");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatOtherProgramsWriteIsErrorOutput(Language language) {
    Outcome outcome =
        run(
            language,
            new Both(
                "import subprocess\nsubprocess.run(['echo', 'hello']).returncode",
                "import { spawnSync } from 'node:child_process';\n"
                    + "spawnSync('echo', ['hello'], { stdio: 'inherit' }).status;"),
            limits("\"processes\": 4"));

    assertThat(result(outcome)).isEqualTo("0");
    assertThat(outcome.stderr().text()).isEqualTo("hello\n");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tenGigabytesOfOutputAreEndedQuickly(Language language) {
    Outcome outcome =
        run(
            language,
            new Both(
                "line = 'x' * 99_999\nfor _ in range(100_000):\n  print(line)",
                "const line = 'x'.repeat(99_999);\n"
                    + "for (let i = 0; i < 100_000; i++) console.log(line);"));

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(outcome.use().durationMs()).isLessThan(10_000);
    assertThat(outcome.stdout().totalBytes()).isBetween(10L * MIB, 12L * MIB);
    assertThat(outcome.notes()).hasSize(1);
    assertThat(outcome.notes().getFirst())
        .startsWith("stdout has more than 1")
        .endsWith("the program was ended, so the rest is lost.");
  }
}
