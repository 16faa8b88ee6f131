package dev.athena.bench.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A process of this machine, from its start to its end. Of the environment it gets where programs
 * and the user are, as in a sandbox: Node reads certificates that another variable names, for tens
 * of milliseconds.
 */
final class Command {
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME");

  private Command() {}

  /**
   * Runs a command and returns what it wrote.
   *
   * @throws IOException if it ends with anything but 0
   */
  static String run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException(command.getFirst() + " ended with " + exit + ": " + said);
    }
    return said;
  }
}
