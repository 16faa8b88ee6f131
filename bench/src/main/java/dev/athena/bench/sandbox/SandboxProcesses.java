package dev.athena.bench.sandbox;

import dev.athena.bench.mcp.Pause;
import dev.athena.execution.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The sandboxes below a process, as the system shows them.
 *
 * <p>From outside one does not see that a sandbox is ready, but that its interpreter sleeps: it has
 * loaded everything and waits for a program.
 */
final class SandboxProcesses {
  private static final long WAITED_MILLIS_MAX = 60_000;
  private static final long LOOK_MILLIS = 15;
  private static final int LOOKS_ASLEEP = 3;

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

  /** Waits until so many sandboxes have begun. */
  void awaitBegun(Language language, int count) throws IOException {
    awaitBegun(language, count, Set.of());
  }

  /** Waits until so many sandboxes have begun besides the runners {@code known}. */
  void awaitBegun(Language language, int count, Set<Long> known) throws IOException {
    await(() -> pids(language).stream().filter(one -> !known.contains(one)).count() >= count);
  }

  /** Waits until so many sandboxes are ready. */
  void awaitReady(Language language, int count) throws IOException {
    int[] asleep = {0};
    await(() -> {
      Set<Long> pids = pids(language);
      boolean ready = pids.size() >= count && pids.stream().allMatch(SandboxProcesses::sleeps);
      asleep[0] = ready ? asleep[0] + 1 : 0;
      return asleep[0] >= LOOKS_ASLEEP;
    });
  }

  private Set<Long> pids(Language language) {
    return runners(language).stream().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  private static void await(BooleanSupplier condition) throws IOException {
    for (long waited = 0; !condition.getAsBoolean(); waited += LOOK_MILLIS) {
      if (waited > WAITED_MILLIS_MAX) {
        throw new IOException("the pool of sandboxes did not become full within a minute");
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  /** The state of a process stands after its name, which is in parentheses. */
  private static boolean sleeps(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
      return stat.startsWith(") S", stat.lastIndexOf(')'));
    } catch (IOException _) {
      return false; // it ended meanwhile
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
