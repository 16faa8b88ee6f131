package dev.athena.bench.mcp;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program that users start Athena with; servers are measured as it starts them. */
final class Launcher {
  private static final String PROPERTY = "athena.program";
  private static final String TRAINING = "dev.athena.app.AotTraining";
  private static final Duration TRAINING_MAX = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 200;

  private Launcher() {}

  /** Returns a builder of a process that runs {@code words} with the build that is there. */
  static ProcessBuilder builder(List<String> words) throws IOException {
    String program = System.getProperty(PROPERTY);
    if (program == null) {
      throw new IOException("the server is started by its launcher: run ./athena bench");
    }
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ATHENA_NO_BUILD", "1");
    return builder;
  }

  /**
   * Waits while Java's start-up cache is being made, which the launcher begins with the first start
   * of a build: until then a server starts without it, and shares the machine.
   */
  static void awaitTraining() throws IOException {
    run(List.of("--version"));
    long end = System.nanoTime() + TRAINING_MAX.toNanos();
    while (isTraining()) {
      if (System.nanoTime() > end) {
        throw new IOException("Java's start-up cache is still being made after " + TRAINING_MAX);
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private static void run(List<String> words) throws IOException {
    Process process =
        builder(words).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("the launcher failed at " + words);
    }
  }

  private static boolean isTraining() {
    return ProcessHandle.allProcesses()
        .anyMatch(one -> one.info().commandLine().orElse("").contains(TRAINING));
  }
}
