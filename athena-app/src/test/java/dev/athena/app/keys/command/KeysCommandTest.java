package dev.athena.app.keys.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.app.keys.Keys;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  private static final Place HERE = new Place("local", "memory", "mem_1", "content");

  @TempDir private Path home;
  private RecordedShell shell = new RecordedShell(Path.of("unused"));
  private Path masterKey = Path.of("unused");

  @BeforeEach
  void start() {
    shell = new RecordedShell(home);
    masterKey = home.resolve("keys/master.key");
  }

  @Test
  void whereThereAreNoKeysNothingIsMade() {
    assertThat(shell.run("keys", "status")).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("no keys yet");
    assertThat(shell.run("keys", "status", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(((JsonObject) shell.json()).array("keys").orElseThrow().size()).isZero();
    assertThat(shell.run("keys", "verify")).isEqualTo(ExitCode.DONE);
    for (String[] words :
        new String[][] {{"rotate", "all"}, {"backup"}, {"move", "file"}, {"move", "env"}}) {
      String[] line = Stream.concat(Stream.of("keys"), Stream.of(words)).toArray(String[]::new);
      assertThat(shell.run(line)).isEqualTo(ExitCode.FAILED);
      assertThat(shell.err()).contains("no keys yet");
    }
    assertThat(home.resolve("keys")).doesNotExist();
  }

  @Test
  void statusTellsAgesAndWhatIsDue() {
    seal();

    assertThat(shell.run("keys", "status")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("Master key", masterKey.toString(), "content", "0 days");
    assertThat(shell.out()).doesNotContain("due");

    assertThat(shell.run("keys", "status", "--json")).isEqualTo(ExitCode.DONE);
    JsonObject key = firstKey();
    assertThat(key.text("purpose")).contains("content");
    assertThat(key.find("due")).contains(Json.of(false));
    assertThat(key.find("unfinished")).contains(Json.of(false));
  }

  @Test
  void aRotationIsShownAndTheOlderKeyStaysWhileNoStoreIsThere() {
    byte[] sealed = seal();

    assertThat(shell.run("keys", "rotate", "content")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("content: new keys are in use; the older ones stay");
    assertThat(shell.run("keys", "rotate", "all", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(((JsonObject) shell.json()).text("content")).contains("no_store");
    assertThat(((JsonObject) shell.json()).text("vault")).contains("nothing");

    shell.run("keys", "status", "--json");
    assertThat(firstKey().find("unfinished")).contains(Json.of(true));
    assertThat(firstKey().array("versions").orElseThrow().size()).isEqualTo(2);
    shell.run("keys", "status");
    assertThat(shell.out()).contains("finish: `athena keys rot");
    assertThat(open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).hasSize(1);
  }

  @Test
  void onATerminalItAsksAndNoMeansNo() {
    seal();
    shell.onTerminal().typing("n\n");

    for (String[] words :
        new String[][] {{"keys", "rotate", "all"}, {"keys", "backup"}, {"keys", "move", "file"}}) {
      assertThat(shell.run(words)).isEqualTo(ExitCode.FAILED);
      assertThat(shell.err()).contains("Go on? [y/N]", "nothing was changed");
      assertThat(shell.out()).isEmpty();
    }
    assertThat(shell.typing("y\n").run("keys", "rotate", "all")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("keys", "rotate", "all", "--yes")).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).doesNotContain("Go on?");
  }

  @Test
  void sharesInFilesMakeTheMasterKeyAgain() throws IOException {
    byte[] sealed = seal();
    assertThat(shell.run("keys", "backup", "--shares", "3", "--needed", "2", "--to", "usb"))
        .isEqualTo(ExitCode.DONE);
    List<String> files = shell.out().lines().toList();
    assertThat(files).hasSize(4).allMatch(file -> Files.exists(Path.of(file)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(files.get(0)))))
        .isEqualTo("rw-------");
    Files.delete(masterKey);
    Files.delete(home.resolve("keys/keychain.json"));
    Files.copy(Path.of(files.get(3)), home.resolve("keys/keychain.json"));
    assertThat(shell.run("keys", "verify")).isEqualTo(ExitCode.FAILED);

    assertThat(shell.run("keys", "recover", files.get(2))).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("1 different shares are here, and 2 are needed");
    assertThat(shell.run("keys", "recover", files.get(2), files.get(0))).isEqualTo(ExitCode.DONE);

    assertThat(shell.run("keys", "verify")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("1 versions of keys");
    assertThat(open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).hasSize(1);
  }

  @Test
  void printedSharesAreReadFromStandardInput() throws IOException {
    seal();
    assertThat(shell.run("keys", "backup", "--needed", "2")).isEqualTo(ExitCode.DONE);
    String printed = shell.out();
    assertThat(printed.lines().filter(line -> line.startsWith("# Athena: share "))).hasSize(5);
    assertThat(shell.run("keys", "backup", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(((JsonObject) shell.json()).array("shares").orElseThrow().size()).isEqualTo(5);
    Files.delete(masterKey);

    assertThat(shell.typing(printed.replace("\n", "\r\n")).run("keys", "recover"))
        .isEqualTo(ExitCode.DONE);

    assertThat(shell.run("keys", "verify", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(((JsonObject) shell.json()).whole("key_versions")).contains(1L);
  }

  @Test
  void whatIsTypedWrongIsWrongUse() {
    seal();

    for (String[] line :
        new String[][] {
          {"keys"},
          {"keys", "rotate"},
          {"keys", "rotate", "memories"},
          {"keys", "move", "pocket"},
          {"keys", "move", "env", "--at", "here"},
          {"keys", "backup", "--needed", "1"},
          {"keys", "backup", "--shares", "17"},
          {"keys", "recover", "nothing.txt"},
          {"keys", "recover"}
        }) {
      assertThat(shell.typing("ABC").run(line)).isEqualTo(ExitCode.WRONG_USE);
    }
  }

  @Test
  void aFileOfSharesIsReadToItsLimitAndRefusedOnePast() throws IOException {
    seal();
    Path file = home.resolve("share.txt");

    Files.writeString(file, "#".repeat(ShareTexts.BYTES_MAX));
    assertThat(shell.run("keys", "recover", "share.txt")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("the limit is 4,000");
    Files.writeString(file, "#".repeat(ShareTexts.BYTES_MAX + 1));
    assertThat(shell.run("keys", "recover", "share.txt")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("more than 65,536 bytes");
    assertThat(shell.typing("#".repeat(ShareTexts.BYTES_MAX + 1)).run("keys", "recover"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("more than 65,536 bytes");
  }

  @Test
  void keysMoveAndSettingsFollow() {
    byte[] sealed = seal();
    shell.with("ATHENA_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));

    assertThat(shell.run("keys", "move", "env", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(((JsonObject) shell.json()).text("kind")).contains("env");
    shell.run("config", "get", "keys.master");
    assertThat(shell.out()).isEqualToIgnoringNewLines("env");
    assertThat(open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).hasSize(1);

    assertThat(shell.run("keys", "move", "file", "--at", "other/my.key")).isEqualTo(ExitCode.DONE);
    assertThat(home.resolve("other/my.key")).exists();
    shell.without("ATHENA_MASTER_KEY");
    assertThat(open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).hasSize(1);
  }

  @Test
  void aPassphraseIsAskedForAtATerminal() {
    byte[] sealed = seal();
    shell.onTerminal().typing("seven grey horses\nseven grey horses\n");

    assertThat(shell.run("keys", "move", "passphrase", "--yes")).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("New passphrase").doesNotContain("horses");

    shell.typing("seven grey horses\n");
    assertThat(open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).hasSize(1);
    assertThat(shell.typing("seven grey houses\n").run("keys", "verify"))
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void theFirstMasterKeyIsToldWhereAPersonIsThere() {
    seal();
    assertThat(shell.err()).isEmpty();

    Path other = home.resolve("other");
    RecordedShell attended = new RecordedShell(other).onTerminal();
    assertThat(Keys.open(attended.context().keyOptions()).secrets("local", Purpose.INDEX))
        .hasSize(1);
    assertThat(attended.err()).contains("made a master key in " + other);
  }

  @Test
  void aDamagedKeychainFailsAndIsLeftAlone() throws IOException {
    seal();
    Path keychain = home.resolve("keys/keychain.json");
    String damaged = Files.readString(keychain).replace("\"version\" : 0", "\"version\" : 1");
    Files.writeString(keychain, damaged);

    for (String command : List.of("status", "verify", "backup")) {
      assertThat(shell.run("keys", command)).isEqualTo(ExitCode.FAILED);
      assertThat(shell.err()).contains("changed or damaged", "backup of keychain.json");
    }
    assertThat(keychain).content().isEqualTo(damaged);
  }

  private byte[] seal() {
    return open().sealer("local", Purpose.CONTENT).seal(HERE, new byte[] {1});
  }

  private Keychain open() {
    return Keys.open(shell.context().keyOptions());
  }

  private JsonObject firstKey() {
    JsonArray keys = ((JsonObject) shell.json()).array("keys").orElseThrow();
    return (JsonObject) keys.values().getFirst();
  }
}
