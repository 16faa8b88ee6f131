package dev.athena.bench.sandbox;

import dev.athena.app.engine.SandboxOptions;
import dev.athena.execution.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The interpreters that sandboxes run too, for running them outside of one. */
final class Interpreters {
  private Interpreters() {}

  static String of(Language language) throws IOException {
    return find(language == Language.PYTHON ? "python3" : "node");
  }

  private static String find(String program) throws IOException {
    for (String folder : SandboxOptions.DEFAULT.searchPath().split(":", -1)) {
      Path found = Path.of(folder, program);
      if (Files.isExecutable(found)) {
        return found.toString();
      }
    }
    throw new IOException(program + " is missing; run ./setup");
  }
}
