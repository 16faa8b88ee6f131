package dev.athena.sandbox;

import dev.athena.execution.Language;
import java.nio.file.Path;
import java.util.List;

/** How the runner of a language is started. */
final class Runner {
  /** A part of a node's memory is not its heap. */
  private static final double HEAP_SHARE = 0.6;

  private Runner() {}

  /**
   * Returns the words that start it.
   *
   * @param athena where the sandbox has what {@link Installed#folder} is
   */
  static List<String> command(Machine machine, Blueprint blueprint, Path athena) {
    String interpreter = machine.interpreter(blueprint.language()).toString();
    if (blueprint.language() == Language.PYTHON) {
      return List.of(interpreter, "-I", "-S", "-B", athena.resolve("python/runner.py").toString());
    }
    return List.of(
        interpreter,
        "--experimental-vm-modules",
        "--no-warnings",
        "--max-old-space-size=" + (int) (blueprint.kernel().memoryMb() * HEAP_SHARE),
        athena.resolve("javascript/runner.cjs").toString());
  }
}
