package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sandboxes below a process, as the system shows them. */
final class SandboxProcesses {
  private static final long WAITED_MILLIS_MAX = 60_000;
  private static final long LOOK_MILLIS = 15;

  private final ProcessHandle parent;

  SandboxProcesses(ProcessHandle parent) {
    this.parent = parent;
  }

  /** Returns those processes in which an interpreter has begun to load the runner. */
  List<ProcessHandle> runners(Language language) {
    return parent.descendants().filter(one -> isRunner(one, language)).toList();
  }

  /** Returns for each runner the process that was started for it. */
  List<ProcessHandle> roots(Language language) {
    return runners(language).stream().map(this::root).toList();
  }

  /** Waits until so many sandboxes have begun, and then so long that the last of them is ready. */
  void awaitReady(Language language, int count) throws IOException {
    awaitBegun(language, count);
    Pause.millis(language == Language.PYTHON ? 100 : 350);
  }

  /** Waits until so many sandboxes have begun. */
  void awaitBegun(Language language, int count) throws IOException {
    awaitBegun(language, count, Set.of());
  }

  /** Waits until so many sandboxes have begun besides the runners {@code known}. */
  void awaitBegun(Language language, int count, Set<Long> known) throws IOException {
    long waited = 0;
    while (runners(language).stream().filter(one -> !known.contains(one.pid())).count() < count) {
      waited += LOOK_MILLIS;
      if (waited > WAITED_MILLIS_MAX) {
        throw new IOException("no " + count + " sandboxes were ready within a minute");
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private ProcessHandle root(ProcessHandle runner) {
    ProcessHandle at = runner;
    Optional<ProcessHandle> above = at.parent();
    while (above.isPresent() && !above.get().equals(parent)) {
      at = above.get();
      above = at.parent();
    }
    return at;
  }

  private static boolean isRunner(ProcessHandle process, Language language) {
    String name = language == Language.PYTHON ? "python" : "node";
    try {
      String words = Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"));
      String program = words.substring(0, Math.max(words.indexOf('\0'), 0));
      return program.substring(program.lastIndexOf('/') + 1).startsWith(name)
          && words.contains("\0/athena/");
    } catch (IOException _) {
      return false; // it ended meanwhile
    }
  }
}
