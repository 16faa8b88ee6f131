package dev.athena.app.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.crypto.KeyHistory;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Purpose;
import dev.athena.testkit.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeychainOnDiskTest {
  private static final int PATIENCE_SECONDS = 120;

  @TempDir private Path home;
  private final TestClock clock = new TestClock();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void everyChangeHasAnotherStamp() {
    KeychainOnDisk file = file();
    Set<String> stamps = new HashSet<>(Set.of(file.stamp()));

    for (int change = 0; change < 300; change++) {
      byte[] content = {(byte) change};
      file.change(_ -> Optional.of(content));
      assertThat(stamps.add(file.stamp())).as("change %d", change).isTrue();
      assertThat(file.load().orElseThrow()).isEqualTo(content);
    }
  }

  @Test
  void onlyTheOwnerCanReadItAndNothingElseIsLeft() throws IOException {
    file().change(_ -> Optional.of(new byte[] {1}));

    assertThat(permissions("keys")).isEqualTo("rwx------");
    assertThat(permissions("keys/keychain.json")).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(home.resolve("keys"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("keychain.json", "keychain.json.lock", "keychain.json.count");
    }
    assertThat(permissions("keys/keychain.json.count")).isEqualTo("rw-------");
  }

  @Test
  void whatAnotherChangedIsSeenAtOnce() {
    KeychainOnDisk one = file();
    KeychainOnDisk other = file();
    Set<String> stamps = new HashSet<>(Set.of(one.stamp()));

    for (int change = 0; change < 100; change++) {
      byte[] content = {(byte) change};
      other.change(_ -> Optional.of(content));
      assertThat(stamps.add(one.stamp())).as("change %d", change).isTrue();
      assertThat(one.stamp()).isEqualTo(other.stamp());
    }
  }

  @Test
  void whatWasPutInItsPlaceByHandIsSeenSoon() throws IOException {
    KeychainOnDisk file = file();
    file.change(_ -> Optional.of(new byte[] {1}));
    String stamp = file.stamp();
    Files.write(home.resolve("keys/keychain.json"), new byte[] {1, 2});

    clock.advance(KeychainOnDisk.LOOK.minusMillis(1));
    assertThat(file.stamp()).isEqualTo(stamp);
    clock.advance(Duration.ofMillis(1));
    assertThat(file.stamp()).isNotEqualTo(stamp);
  }

  @Test
  void aClockThatGoesBackHidesNothing() throws IOException {
    KeychainOnDisk file = file();
    file.change(_ -> Optional.of(new byte[] {1}));
    String stamp = file.stamp();
    Files.write(home.resolve("keys/keychain.json"), new byte[] {1, 2});

    clock.advance(Duration.ofHours(-1));

    assertThat(file.stamp()).isNotEqualTo(stamp);
  }

  @Test
  void theCountHasItsBytesOnTheDiskAndIsNotBegunAnew() throws IOException {
    Path path = home.resolve("keychain.json.count");
    Files.createFile(path);
    ChangeCount first = ChangeCount.open(new PrivateFile(path, 8));
    assertThat(Files.size(path)).isEqualTo(Long.BYTES);
    first.begin();
    first.end();

    ChangeCount second = ChangeCount.open(new PrivateFile(path, 8));

    assertThat(second.now()).isEqualTo(first.now()).isEqualTo(2);
    assertThat(Files.size(path)).isEqualTo(Long.BYTES);
  }

  /** Somebody who died in the middle of a change may have made it, or may not. */
  @Test
  void whileAChangeIsUnderWayTheFileIsAskedEachTime() throws IOException {
    KeychainOnDisk file = file();
    file.change(_ -> Optional.of(new byte[] {1}));
    String stamp = file.stamp();
    ChangeCount.open(new PrivateFile(home.resolve("keys/keychain.json.count"), 8)).begin();

    assertThat(file.stamp()).isEqualTo(stamp);
    Files.write(home.resolve("keys/keychain.json"), new byte[] {1, 2});
    assertThat(file.stamp()).isNotEqualTo(stamp);

    file.change(_ -> Optional.of(new byte[] {3}));
    String after = file.stamp();
    Files.write(home.resolve("keys/keychain.json"), new byte[] {3, 4});
    assertThat(file.stamp()).isEqualTo(after); // counted again
  }

  @Test
  void anEditThatThrowsOrReturnsNothingWritesNothing() {
    KeychainOnDisk file = file();
    file.change(_ -> Optional.of(new byte[] {1}));
    String stamp = file.stamp();

    file.change(_ -> Optional.empty());
    assertThatThrownBy(() ->
            file.change(_ -> {
              throw new IllegalStateException("killed");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(file.stamp()).isEqualTo(stamp);
  }

  @Test
  void aDocumentIsReadToItsLimitAndRefusedOnePast() throws IOException {
    file().change(_ -> Optional.of(new byte[(int) KeychainOnDisk.BYTES_MAX]));
    assertThat(file().load().orElseThrow()).hasSize((int) KeychainOnDisk.BYTES_MAX);

    Files.write(home.resolve("keys/keychain.json"), new byte[(int) KeychainOnDisk.BYTES_MAX + 1]);
    assertThatThrownBy(() -> file().load()).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void aFileInTheWayOfTheFolderIsTold() throws IOException {
    Files.writeString(home.resolve("keys"), "");

    assertThatThrownBy(() -> new TestKeys(home).open().sealer("local", Purpose.CONTENT))
        .isInstanceOf(KeysUnavailable.class)
        .hasMessageContaining("keys");
  }

  @Test
  void keysMadeByManyProcessesAtOnceAreAllKept() throws IOException, InterruptedException {
    List<Process> processes =
        List.of(start(1, 20), start(1, 20), start(11, 30)); // two at a time want the same keys
    Keychain here = new TestKeys(home).open();
    for (int tenant = 25; tenant <= 35; tenant++) {
      assertThat(here.sealer("tenant " + tenant, Purpose.CONTENT).newestKeyId()).isNotZero();
    }

    for (Process process : processes) {
      for (String line : lines(process)) {
        String[] words = line.split(" ", -1);
        assertThat(here.sealer("tenant " + words[0], Purpose.CONTENT).newestKeyId())
            .isEqualTo(Integer.parseInt(words[1]));
      }
    }
    assertThat(new TestKeys(home).open().verify()).isEqualTo(35);
  }

  @Test
  void aProcessThatIsKilledLosesNoKeyThatItHandedOut() throws IOException, InterruptedException {
    int last = 0;
    for (int round = 0; round < 3; round++) {
      Process process = start(1 + round * 100, 100 + round * 100);
      List<String> lines = new ArrayList<>();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        for (int line = 0; line < 5 + 7 * round; line++) {
          lines.add(out.readLine());
        }
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      }

      Keychain after = new TestKeys(home).open();
      assertThat(after.verify()).isGreaterThanOrEqualTo(last + lines.size());
      last = after.verify();
      List<KeyHistory> known = after.histories();
      for (String line : lines) {
        String[] words = line.split(" ", -1);
        assertThat(known)
            .anyMatch(each ->
                each.tenant().equals("tenant " + words[0])
                    && each.newest().keyId() == Integer.parseInt(words[1]));
      }
    }
  }

  private Process start(int first, int last) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MakesKeys.class.getName(),
                home.toString(),
                String.valueOf(first),
                String.valueOf(last))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(process);
    return process;
  }

  private static List<String> lines(Process process) throws IOException, InterruptedException {
    List<String> lines;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().toList();
    }
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(lines).hasSize(20);
    return lines;
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
  }

  private KeychainOnDisk file() {
    return new KeychainOnDisk(home.resolve("keys/keychain.json"), clock);
  }
}
