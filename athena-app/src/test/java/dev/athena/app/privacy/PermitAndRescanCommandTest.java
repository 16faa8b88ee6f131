package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermitAndRescanCommandTest {
  private static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

  @TempDir private Path home;
  private RecordedShell shell = new RecordedShell(Path.of("unused"));

  @BeforeEach
  void start() {
    shell = new RecordedShell(home);
  }

  @Test
  void aPermissionToSendNamesItsHosts() {
    assertThat(
            shell.run(
                "privacy",
                "permit",
                "local",
                "--types",
                "api_key",
                "--host",
                "Api.Example.org,b.example:8443"))
        .isEqualTo(ExitCode.DONE);
    assertThat(shell.run("privacy", "permit", "local", "--types", "email"))
        .isEqualTo(ExitCode.DONE);

    shell.run("privacy", "permissions");
    assertThat(shell.out())
        .contains("local may send api_key to api.example.org, b.example:8443 for \"fetch\"")
        .contains("local may see email for \"review\"");
    shell.run("privacy", "permissions", "--json");
    assertThat(((JsonObject) ((JsonArray) shell.json()).values().getFirst()).array("hosts"))
        .contains(Json.ofTexts(List.of("api.example.org", "b.example:8443")));
  }

  @Test
  void aCredentialIsPermittedForNoStarAndToNobodysEyes() {
    assertThat(
            shell.run(
                "privacy", "permit", "local", "--types", "api_key", "--host", "*.example.org"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("without a star");
    assertThat(shell.run("privacy", "permit", "local", "--types", "api_key"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("none is ever shown");
  }

  @Test
  void whatWasRememberedWithoutPrivacyIsRedactedLater() {
    shell.run("privacy", "status");
    assertThat(shell.out()).contains("nothing is stored that had to be looked through");
    shell.run("config", "set", "privacy", "off");
    shell.run("remember", "The token is " + KEY);
    shell.run("config", "set", "privacy", "on");

    assertThat(shell.run("privacy", "status")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("not looked through yet; `athena privacy rescan`");
    assertThat(shell.run("privacy", "rescan", "--dry-run", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(((JsonObject) shell.json()).whole("changed")).contains(1L);
    assertThat(shell.run("privacy", "rescan")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("1 held something private");
    assertThat(shell.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("Looking through 0 of 1,"))
        .anyMatch(line -> line.startsWith("Looking through 1 of 1,"));

    shell.run("recall", "token", "--json");
    assertThat(shell.out()).contains("The token is [").doesNotContain(KEY);
    shell.run("privacy", "status");
    assertThat(shell.out()).contains("all that is stored was looked through by");
  }
}
