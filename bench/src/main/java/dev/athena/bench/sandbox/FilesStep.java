package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import dev.athena.json.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** 32 MiB written, synchronised and read in the working folder, and by the same program outside. */
record FilesStep() implements Step {
  private static final Path MEMORY = Path.of("/dev/shm");

  @Override
  public String title() {
    return "32 MiB written, synchronised and read";
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    String program = Programs.with("count = " + setting.slowCalls(), "files.py");
    List<Row> rows = new ArrayList<>();
    try (Scratch athena = Scratch.open()) {
      Times inside = Times.of(athena.run(Language.PYTHON, program + "times\n"));
      rows.add(inside.row("in the working folder of a sandbox"));
    }
    if (Files.isWritable(MEMORY)) {
      rows.add(outside(MEMORY, program).row("outside, in main memory"));
    }
    Path disk = Path.of(System.getProperty("java.io.tmpdir"));
    rows.add(outside(disk, program).row("outside, in the folder for temporary files"));
    return rows;
  }

  private static Times outside(Path parent, String program) throws IOException {
    Path folder = Files.createTempDirectory(parent, "athena-bench");
    try {
      String whole = "import os\nos.chdir(\"" + folder + "\")\n" + program + "print(times)\n";
      String interpreter = Interpreters.of(Language.PYTHON);
      return Times.of(JsonCodec.read(Command.run(List.of(interpreter, "-I", "-S", "-c", whole))));
    } finally {
      Files.delete(folder);
    }
  }
}
