package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code 1+1} when the sandbox has to be built first, against the same without a sandbox. */
record EmptyPoolStep() implements Step {
  private static final double BUILT_MAX = 120;

  @Override
  public String title() {
    return "nothing is ready";
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Scratch athena = Scratch.open(0, 0)) {
      rows.add(cold(athena, Language.PYTHON, setting).atMost(BUILT_MAX));
      rows.add(cold(athena, Language.JAVASCRIPT, setting).atMost(BUILT_MAX));
    }
    rows.add(command(Language.PYTHON, setting, "-I", "-S", "-c"));
    rows.add(command(Language.JAVASCRIPT, setting, "-e"));
    rows.add(new SrtCommand(setting).row());
    return rows;
  }

  private static Row cold(Scratch athena, Language language, Setting setting) throws IOException {
    athena.run(language, Scratch.TRIVIAL); // the first one proves the walls, and is another thing
    return Times.of(setting.slowCalls(), () -> athena.run(language, Scratch.TRIVIAL))
        .row("execute_code in process, " + Languages.title(language));
  }

  private static Row command(Language language, Setting setting, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Interpreters.of(language)));
    command.addAll(List.of(options));
    command.add(Scratch.TRIVIAL);
    return Times.of(setting.slowCalls(), () -> Command.run(command))
        .row("a process without sandbox, " + Languages.title(language));
  }
}
