package dev.athena.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.AthenaException;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir private Path folder;
  private Path path = Path.of("unused");
  private ConfigFile config = new ConfigFile(path);

  @BeforeEach
  void start() {
    path = folder.resolve("home/config.json");
    config = new ConfigFile(path);
  }

  @Test
  void nothingIsSetWithoutAFile() {
    assertThat(config.all()).isEmpty();
    assertThat(config.text(Settings.PROJECT)).isEmpty();
    assertThat(path).doesNotExist();
  }

  @Test
  void whatIsSetIsFoundAndCanBeTakenBack() {
    config.set(Settings.PROJECT, Settings.PROJECT.read("blue"));
    config.set(Settings.HTTP_PORT, Settings.HTTP_PORT.read("9000"));

    assertThat(config.text(Settings.PROJECT)).contains("blue");
    assertThat(config.whole(Settings.HTTP_PORT)).contains(9000L);
    assertThat(config.unset("project")).isTrue();
    assertThat(config.unset("project")).isFalse();
    assertThat(config.find(Settings.PROJECT)).isEmpty();
  }

  @Test
  void onlyTheOwnerCanReadTheFile() throws IOException {
    config.set(Settings.HTTP_TOKEN, Settings.HTTP_TOKEN.read("0123456789abcdef"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> Settings.named("http.prot"))
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            refused -> assertThat(refused.hint()).startsWith("did you mean `http.port`?"));
    assertThatThrownBy(() -> Settings.named("zzzzzzzzzzzzzzz"))
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            refused -> assertThat(refused.hint()).startsWith("the settings are project,"));
  }

  @Test
  void aFileWithAnUnknownNameIsRefusedAndCanBeMended() throws IOException {
    write("{\"http.prot\": 1, \"project\": \"blue\"}");

    assertThatThrownBy(config::all).hasMessageContaining("http.prot");
    assertThat(config.unset("http.prot")).isTrue();
    assertThat(config.all()).containsOnlyKeys(Settings.PROJECT);
  }

  @Test
  void aFileThatIsNoJsonObjectIsRefused() throws IOException {
    for (String text : List.of("", "[]", "{")) {
      write(text);

      assertThatThrownBy(config::all)
          .isInstanceOf(InvalidArgument.class)
          .hasMessageContaining(path.toString());
    }
  }

  @Test
  void aValueInTheFileThatIsOutOfRangeIsRefused() throws IOException {
    write("{\"http.port\": 70000, \"log.level\": \"loud\"}");

    assertThatThrownBy(() -> config.find(Settings.HTTP_PORT)).hasMessageContaining("70000");
    assertThatThrownBy(() -> config.text(Settings.LOG_LEVEL)).hasMessageContaining("loud");
  }

  @Test
  void wholeNumbersAreTakenToTheirLimitsAndRefusedOnePast() {
    assertThat(reads(Settings.HTTP_PORT, "1")).isTrue();
    assertThat(reads(Settings.HTTP_PORT, "65535")).isTrue();
    assertThat(reads(Settings.EMBEDDING_THREADS, "16")).isTrue();
    for (String wrong : List.of("0", "65536", "-1", "1.5", "1e3", "", "x", "9".repeat(30))) {
      assertThat(reads(Settings.HTTP_PORT, wrong)).as(wrong).isFalse();
    }
    assertThat(reads(Settings.EMBEDDING_THREADS, "17")).isFalse();
  }

  @Test
  void textsAreTakenToTheirLimitsAndRefusedOnePast() {
    assertThat(reads(Settings.PROJECT, "x".repeat(200))).isTrue();
    assertThat(reads(Settings.PROJECT, "x".repeat(201))).isFalse();
    assertThat(reads(Settings.PROJECT, "")).isFalse();
    assertThat(reads(Settings.PROJECT, "two\nlines")).isFalse();
    assertThat(reads(Settings.HTTP_TOKEN, "x".repeat(16))).isTrue();
    assertThat(reads(Settings.HTTP_TOKEN, "x".repeat(15))).isFalse();
  }

  @Test
  void aSecretThatIsRefusedIsNotRepeated() {
    assertThatThrownBy(() -> Settings.HTTP_TOKEN.read("hunter2"))
        .isInstanceOf(AthenaException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void changesOfSeveralWritersAreAllKept() throws InterruptedException, ExecutionException {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<?> ports = pool.submit(() -> set(Settings.HTTP_PORT, 20));
      Future<?> threads = pool.submit(() -> set(Settings.EMBEDDING_THREADS, 16));
      ports.get();
      threads.get();
    }

    assertThat(config.whole(Settings.HTTP_PORT)).contains(20L);
    assertThat(config.whole(Settings.EMBEDDING_THREADS)).contains(16L);
  }

  private void set(Setting setting, int last) {
    for (int value = 1; value <= last; value++) {
      new ConfigFile(path).set(setting, Json.of(value));
    }
  }

  private static boolean reads(Setting setting, String typed) {
    Optional<Json> read = setting.kind().read(typed);
    return read.isPresent();
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(path, text);
  }
}
