package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.sandbox.SessionFiles.Kept;
import dev.athena.testkit.InMemoryKeyring;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed file of a session is the old one or the new one, whatever becomes of who writes it. */
class SessionFileTest {
  private static final long SEED = Long.getLong("athena.seed", 20_261_126L);
  private static final int KILLS = 8;

  @TempDir private Path work;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final InMemoryKeyring keys = new InMemoryKeyring(SEED);
  private Path folder;
  private Path keysFile;

  @BeforeEach
  void makeKeys() throws IOException {
    folder = Files.createDirectories(work.resolve("sessions/owner/s"));
    keys.makeAll("local");
    keysFile = Files.writeString(work.resolve("keys.json"), keys.write());
  }

  @Test
  void isWholeAfterEachKill() throws Exception {
    int unfinished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start("", ChildSession.FILE);
      String said;
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        said = out.readLine();
        // The moment of the kill is the point of the test.
        assertThat(new CountDownLatch(1).await(random.nextInt(60), TimeUnit.MILLISECONDS))
            .isFalse();
        process.toHandle().destroyForcibly();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          said = line;
        }
      }
      process.waitFor();

      String next = String.valueOf((char) ((said.charAt(0) - 'a' + 1) % 26 + 'a'));
      assertThat(content(ChildSession.FILE)).as("kill %d, seed %d", kill, SEED).isIn(said, next);
      unfinished += drafts().size();
      assertThat(session().sealAnew(1)).isZero();
      assertThat(drafts()).as("what was not finished is gone").isEmpty();
    }
    assertThat(unfinished).isPositive();
  }

  @Test
  void staysAsItWasWhereTheDiskIsFull() throws Exception {
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    before.writeBytes("x".repeat(10).getBytes(StandardCharsets.UTF_8));
    session().change(List.of(), Map.of(ChildSession.FILE, before));

    for (String name : List.of(ChildSession.FILE, "renamed.txt")) {
      Process process = start("ulimit -f 1024; ", name); // half a megabyte, or one
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.readLine()).startsWith("failed: ");
        assertThat(out.readLine()).isNull();
      }
      assertThat(process.waitFor()).isZero();

      assertThat(content(ChildSession.FILE)).isEqualTo("x");
      assertThat(session().files()).hasSize(1);
      assertThat(drafts()).as("nothing takes the room that is missing").isEmpty();
    }
  }

  private Process start(String limit, String name) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", limit + "exec \"$@\"", "sh"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            ChildSession.class.getName(),
            folder.toString(),
            keysFile.toString(),
            name));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private SealedFolder session() {
    return Sessions.sealed(folder, keys, "local");
  }

  /** Returns the one letter that is all there is in a file. */
  private String content(String name) throws IOException {
    List<Kept> files = session().files();
    assertThat(files).extracting(Kept::path).containsExactly(name);
    try (InputStream in = session().open(files.getFirst())) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat((long) all.length()).isEqualTo(files.getFirst().size());
      assertThat(all.chars().distinct().count()).isEqualTo(1);
      return all.substring(0, 1);
    }
  }

  private List<Path> drafts() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(SealedFolder.NAME))) {
      return all.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }
}
