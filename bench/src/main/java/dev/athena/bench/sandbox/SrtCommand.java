package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Anthropic's Sandbox Runtime by its command line, a process for each program. */
final class SrtCommand {
  private static final String NAME = "srt by its command line, Python";

  private static final String SETTINGS =
      """
      {"network": {"allowedDomains": [], "deniedDomains": []},
       "filesystem": {"denyRead": [], "allowWrite": [], "denyWrite": []}}
      """;

  private final Setting setting;

  SrtCommand(Setting setting) {
    this.setting = setting;
  }

  Row row() throws IOException {
    Path program = setting.srt().resolve("node_modules/.bin/srt");
    if (!Files.isExecutable(program)) {
      return Row.missing(NAME, "srt is not installed");
    }
    Path settings = Files.createTempFile("athena-bench-srt", ".json");
    try {
      Files.writeString(settings, SETTINGS);
      String inside = Interpreters.of(Language.PYTHON) + " -I -S -c " + Scratch.TRIVIAL;
      List<String> command = List.of(program.toString(), "-s", settings.toString(), "-c", inside);
      return Times.of(setting.slowCalls(), () -> Command.run(command)).row(NAME);
    } finally {
      Files.delete(settings);
    }
  }
}
