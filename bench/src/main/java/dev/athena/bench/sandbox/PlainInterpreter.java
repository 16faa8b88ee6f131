package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An interpreter outside of any sandbox that answers each line with its value. */
final class PlainInterpreter implements AutoCloseable {
  private static final String PYTHON =
      """
      import sys
      for line in sys.stdin:
          print(eval(line), flush=True)
      """;

  private static final String JAVASCRIPT =
      """
      const lines = require("node:readline").createInterface({ input: process.stdin });
      lines.on("line", (line) => process.stdout.write((0, eval)(line) + "\\n"));
      """;

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter lines;

  private PlainInterpreter(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.lines = process.outputWriter(StandardCharsets.UTF_8);
  }

  static PlainInterpreter start(Language language) throws IOException {
    String program = Interpreters.of(language);
    List<String> command =
        language == Language.PYTHON
            ? List.of(program, "-I", "-S", "-c", PYTHON)
            : List.of(program, "-e", JAVASCRIPT);
    ProcessBuilder builder = new ProcessBuilder(command);
    return new PlainInterpreter(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Sends an expression and returns its value as text. */
  String evaluate(String expression) throws IOException {
    lines.write(expression);
    lines.newLine();
    lines.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the interpreter ended at " + expression);
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    lines.close();
    answers.close();
    process.destroy();
  }
}
