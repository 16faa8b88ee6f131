package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about what is private, as they are typed. */
class PrivacyCommandTest {
  private static final String ANN = "ann.smith@harbour.example.org";

  @TempDir private Path folder;
  private RecordedShell shell = new RecordedShell(Path.of("unset"));

  @BeforeEach
  void start() {
    shell = new RecordedShell(folder.resolve("home"), folder);
    assertThat(shell.run("remember", "Lunch with " + ANN)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theAuditIsExportedAndAnExportFindsThatTheStoreWasExchanged() throws IOException {
    assertThat(shell.run("get", "memory_that_is_none")).isNotEqualTo(ExitCode.DONE);
    assertThat(shell.run("recall", "lunch")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "audit", "export", "a.jsonl")).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(folder.resolve("a.jsonl"))).doesNotContain("ann.smith");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.jsonl"))))
        .isEqualTo("rw-------");
    assertThat(shell.run("privacy", "audit", "verify")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "audit", "verify", "a.jsonl", "--json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(((JsonObject) shell.json()).whole("signed").orElseThrow()).isPositive();
    assertThat(shell.run("privacy", "audit", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out())
        .contains("\"recall\" : 1", "\"event\" : \"created\"", "\"privacy\" : \"on\"");

    for (String file : List.of("vault.db", "vault.db-wal", "vault.db-shm")) {
      Files.deleteIfExists(folder.resolve("home/store").resolve(file));
    }
    assertThat(shell.run("recall", "lunch")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "audit", "verify")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "audit", "verify", "a.jsonl")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out()).contains("of the file");
  }

  @Test
  void aPersonIsExportedCorrectedAndErased() throws IOException {
    assertThat(shell.run("privacy", "export", "--subject", ANN, "ann.json"))
        .isEqualTo(ExitCode.DONE);
    Path file = folder.resolve("ann.json");
    JsonObject found = JsonCodec.readObject(Files.readString(file));
    assertThat(found.object("memories").orElseThrow().array("semantic").orElseThrow().size())
        .isOne();
    assertThat(Files.readString(file)).contains("Lunch with " + ANN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    String right = ANN.replace("smith", "smythe");
    assertThat(shell.run("privacy", "correct", "--from", ANN, "--to", right)).isZero();
    assertThat(shell.run("privacy", "correct", "--from", ANN, "--to", right))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("recall", "lunch with " + right)).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("Lunch with [EMAIL_");
    assertThat(shell.run("privacy", "correct", "--from", right, "--to", ANN)).isZero();

    assertThat(shell.run("export", "all.jsonl")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "erase", "--subject", ANN, "--yes", "--json")).isZero();
    JsonObject erased = ((JsonObject) shell.json()).object("erased").orElseThrow();
    JsonArray files = erased.array("exports").orElseThrow();
    assertThat(JsonCodec.write(files)).contains("\"deleted\"", "\"may_hold\"");
    assertThat(erased.object("proof")).isPresent();
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("all.jsonl")).exists();
    assertThat(shell.run("privacy", "erase", ANN, "--subject", ANN)).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void theReportTellsWhatIsMeasured() {
    assertThat(shell.run("keys", "backup", "--yes", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "permit", "local", "--types", "email")).isZero();
    for (String format : List.of("text", "json", "html")) {
      assertThat(shell.run("privacy", "report", "--format", format)).isEqualTo(ExitCode.DONE);
      assertThat(shell.out())
          .contains(
              "GDPR 17",
              "HIPAA 164.312(b)",
              "SOC 2 CC6.1",
              "what is written is redacted; 1 values",
              "100.0 % of",
              "each as it was written",
              "master key: made",
              "for good");
      assertThat(shell.out())
          .containsPattern("\\d\\d:\\d\\d:\\d\\dZ")
          .doesNotContainPattern(":\\d\\d\\.\\d");
      assertThat(shell.out().toLowerCase(Locale.ROOT))
          .doesNotContain("anonym", "compliant", "ann.smith");
    }
    assertThat(((JsonObject) run("privacy", "report", "--format", "json")).array("duties"))
        .isPresent();
    assertThat(shell.run("privacy", "report", "--format", "pdf")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("privacy", "report", "--days", "0")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("privacy", "report", "--days", "3660")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "report", "--days", "3661")).isEqualTo(ExitCode.WRONG_USE);

    shell.run("config", "set", "privacy", "off");
    assertThat(shell.run("privacy", "report")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("what is written is NOT redacted");
    assertThat(shell.run("privacy", "audit", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("\"privacy\" : \"off\"");
  }

  @Test
  void theDoctorLooksAtKeysAndAudit() {
    shell.run("doctor");
    assertThat(shell.out()).contains("shares of the master key: never made here", "keys backup");

    shell.run("keys", "backup", "--yes", "--json");
    int after = shell.run("doctor");
    assertThat(after).isBetween(ExitCode.DONE, ExitCode.FAILED);
    assertThat(shell.out()).contains("shares of the master key: made", "each as it was written");
    assertThat(shell.run("keys", "verify")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("keys", "rotate", "vault", "--yes")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("keys", "move", "file", "--yes")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "audit", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out())
        .contains(
            "\"event\" : \"backed_up\"",
            "\"event\" : \"rotated\"",
            "\"event\" : \"destroyed\"",
            "\"master_key\" : \"file ");
    assertThat(shell.run("privacy", "audit", "verify")).isEqualTo(ExitCode.DONE);
  }

  private Object run(String... words) {
    shell.run(words);
    return shell.json();
  }
}
