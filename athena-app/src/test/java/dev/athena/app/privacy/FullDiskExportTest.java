package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.SystemSources;
import dev.athena.app.context.ExitCode;
import dev.athena.app.engine.Engine;
import dev.athena.app.engine.EngineOptions;
import dev.athena.app.engine.Protection;
import dev.athena.app.engine.SandboxOptions;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that does not fit the disk says so, and leaves the former file and nothing else. */
class FullDiskExportTest {
  private static final String ANN = "ann.smith@harbour.example.org";

  /** Half of it in kilobytes: more than the libraries that are unpacked have. */
  private static final int LIMIT_BLOCKS = 4_096;

  private static final int MEMORIES = 30;

  @TempDir private Path home;

  @BeforeEach
  void remember() {
    EngineOptions options =
        new EngineOptions(
            home,
            LocalEmbedder.Options.DEFAULT_MODEL,
            1,
            SandboxOptions.DEFAULT,
            Protection.usual(home, SystemSources.clock()),
            SystemSources.clock(),
            ZoneOffset.UTC,
            new SecureRandom());
    Caller caller = Caller.local(Namespace.ofProject("p"));
    try (Engine engine = Engine.open(options)) {
      for (int i = 0; i < MEMORIES; i++) {
        String page = "Letter %d to %s. %s".formatted(i, ANN, "It rained. ".repeat(9_000));
        JsonObject event = JsonObject.builder().put("content", page).build();
        assertThat(engine.operations().call(caller, "remember_episodic", event)).isNotNull();
      }
    }
  }

  @Test
  void theFormerFileStays() throws IOException, InterruptedException {
    for (List<String> line :
        List.of(
            List.of("export", "--all-projects", "out.json"),
            List.of("privacy", "export", "--subject", ANN, "out.json"))) {
      Files.writeString(home.resolve("out.json"), "former");

      List<String> said = runWithLimit(line);

      assertThat(String.join("\n", said))
          .contains("out.json", ": File too large", "on a disk with room");
      assertThat(said.getFirst()).isNotEqualTo(String.valueOf(ExitCode.DONE));
      assertThat(home.resolve("out.json")).hasContent("former");
      try (Stream<Path> files = Files.list(home)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .noneMatch(name -> name.contains("draft") || name.contains("athena-export"));
      }
      assertThat(new RecordedShell(home).run(line.toArray(String[]::new))).isZero();
      assertThat(Files.size(home.resolve("out.json"))).isGreaterThan(LIMIT_BLOCKS * 512L);
    }
  }

  private List<String> runWithLimit(List<String> line) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", "ulimit -f %d; exec \"$@\"".formatted(LIMIT_BLOCKS), "sh"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            ChildExport.class.getName(),
            home.toString()));
    command.addAll(line);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> said = out.lines().toList();
      assertThat(process.waitFor()).isZero();
      return said;
    }
  }
}
