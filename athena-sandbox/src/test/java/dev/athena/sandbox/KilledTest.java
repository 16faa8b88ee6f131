package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where Athena is ended by force, its programs end with it and leave nothing. */
class KilledTest {
  private static final Duration GONE = Duration.ofSeconds(1);

  @Test
  @Timeout(120)
  void programsEndWithAthena(@TempDir Path home) throws Exception {
    Files.setAttribute(home, "unix:mode", 0755);
    Path log = Files.createTempFile("runaways", ".log");
    Process athena =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Runaways.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (!Files.exists(home.resolve(Runaways.ALL_RUN))) {
      assertThat(athena.isAlive()).as("%s", Files.readString(log)).isTrue();
      Thread.sleep(20);
    }
    assertThat(Leftovers.processesThatSee(home)).hasSizeGreaterThanOrEqualTo(Runaways.COUNT);

    athena.destroyForcibly();
    long begin = System.nanoTime();
    List<String> left = Leftovers.processesThatSee(home);
    while (!left.isEmpty() && System.nanoTime() - begin < GONE.toNanos()) {
      left = Leftovers.processesThatSee(home);
    }

    assertThat(left).isEmpty();
    assertThat(athena.waitFor(1, TimeUnit.SECONDS)).isTrue();
    assertThat(namesIn(home)).containsExactly(Runaways.ALL_RUN, "cache", "sessions");
    assertThat(namesIn(home.resolve("cache"))).hasSize(1);
    assertThat(filesBelow(home.resolve("sessions"))).containsExactly("kept.txt");
    Files.delete(log);
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> paths = Files.list(folder)) {
      paths.forEach(path -> names.add(path.getFileName().toString()));
    }
    return names;
  }

  private static Set<String> filesBelow(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(path -> names.add(path.getFileName().toString()));
    }
    return names;
  }
}
