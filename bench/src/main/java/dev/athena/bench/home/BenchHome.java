package dev.athena.bench.home;

import dev.athena.app.SystemSources;
import dev.athena.app.engine.Engine;
import dev.athena.app.engine.EngineOptions;
import dev.athena.app.engine.Protection;
import dev.athena.app.engine.SandboxOptions;
import dev.athena.app.keys.KeyOptions;
import dev.athena.models.LocalEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home for one benchmark, removed when it is closed unless it is to be kept. */
public final class BenchHome implements AutoCloseable {
  private final Path folder;
  private final boolean kept;

  private BenchHome(Path folder, boolean kept) {
    this.folder = folder;
    this.kept = kept;
  }

  /** Makes an empty home in the folder for temporary files. */
  public static BenchHome create() throws IOException {
    return new BenchHome(Files.createTempDirectory("athena-bench"), false);
  }

  /** Takes {@code folder}, which is kept; if it is null, makes an empty home that is not. */
  public static BenchHome in(@Nullable Path folder) throws IOException {
    return folder == null ? create() : new BenchHome(folder, true);
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /** Opens Athena on this home, with the settings it has unless told otherwise. */
  public Engine openEngine() {
    return openEngine(folder);
  }

  /** Opens Athena on a home that is kept elsewhere. */
  public static Engine openEngine(Path folder) {
    return openEngine(folder, SandboxOptions.DEFAULT);
  }

  /** Opens Athena, with nothing redacted but all sealed, on a home that is kept elsewhere. */
  public static Engine openUnredactedEngine(Path folder) {
    return openEngine(folder, new Protection(keys(folder), false, true));
  }

  /** Opens Athena, with nothing sealed or redacted, on a home that is kept elsewhere. */
  public static Engine openOpenEngine(Path folder) {
    return openEngine(folder, new Protection(keys(folder), false, false));
  }

  private static KeyOptions keys(Path folder) {
    return Protection.usual(folder, SystemSources.clock()).keys();
  }

  private static Engine openEngine(Path folder, Protection protection) {
    return openEngine(folder, SandboxOptions.DEFAULT, protection);
  }

  /** Opens Athena on a home that is kept elsewhere, with other sandboxes. */
  public static Engine openEngine(Path folder, SandboxOptions sandbox) {
    return openEngine(folder, sandbox, Protection.usual(folder, SystemSources.clock()));
  }

  private static Engine openEngine(Path folder, SandboxOptions sandbox, Protection protection) {
    LocalEmbedder.Options embedding = LocalEmbedder.Options.in(folder);
    return Engine.open(
        new EngineOptions(
            folder,
            embedding.model(),
            embedding.runsMax(),
            sandbox,
            protection,
            SystemSources.clock(),
            ZoneId.systemDefault(),
            new SecureRandom()));
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
