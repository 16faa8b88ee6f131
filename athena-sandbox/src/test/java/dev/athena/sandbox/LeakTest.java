package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.Status;
import dev.athena.json.JsonObject;
import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many executions in a row leave nothing behind; {@code -Dathena.executions=10000} makes them very
 * many.
 */
class LeakTest extends BothLanguages {
  private static final Logger LOG = Logger.getLogger(LeakTest.class.getName());

  private static final int EXECUTIONS = Integer.getInteger("athena.executions", 300);

  /** After so many, all that is made once is made. */
  private static final int FIRST = 60;

  /** How much more there may be of anything while sandboxes that wait ready are replaced. */
  private static final int TOLERANCE = 12;

  private static final int HEAP_TOLERANCE_KB = 4 * 1_024;
  private static final int PIPES_OF_ONE = 3;
  private static final long SETTLED_MILLIS = 5_000;

  /** Files of sessions are sealed, as they are for users. */
  @Override
  Sandbox sandbox(Sandbox.Options options) {
    return Sandbox.sealing(options, new InMemoryKeyring(4));
  }

  /** What this process holds. */
  private record Held(
      long descriptors, long processes, long threads, long files, long heapKb, long rssKb) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d descriptors, %d processes, %d threads, %d files, %,d KiB of heap, %,d KiB in all",
          descriptors,
          processes,
          threads,
          files,
          heapKb,
          rssKb);
    }
  }

  @Test
  void manyExecutionsLeaveNothing() throws Exception {
    for (int i = 0; i < FIRST; i++) {
      execute(i);
    }
    Held before = held();
    for (int i = 0; i < EXECUTIONS; i++) {
      execute(i);
    }
    Held after = settled(before);
    sandbox().close();
    Held closed = settled(new Held(0, 0, 0, 0, 0, 0));
    LOG.info(
        "%,d executions; before: %s; after: %s; closed: %s"
            .formatted(EXECUTIONS, before, after, closed));

    assertThat(after.processes()).isLessThanOrEqualTo(before.processes() + TOLERANCE);
    assertThat(after.descriptors())
        .isLessThanOrEqualTo(before.descriptors() + PIPES_OF_ONE * TOLERANCE);
    assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + TOLERANCE);
    assertThat(after.files()).isEqualTo(before.files());
    assertThat(after.heapKb()).isLessThanOrEqualTo(before.heapKb() + HEAP_TOLERANCE_KB);
    assertThat(closed.processes()).isZero();
    assertThat(Leftovers.processesThatSee(home())).isEmpty();
  }

  /** One execution, now of this kind, now of that. */
  private void execute(int number) {
    calls.cancels.clear(); // each holds all of its execution
    switch (number % 20) {
      case 3 -> expect(Status.OK, Language.JAVASCRIPT, "console.log('x'); 1 + 1;", null);
      case 7 -> expect(Status.OK, Language.PYTHON, "open('f', 'w').write('x' * 1000)", "s");
      case 11 -> expect(Status.ERROR, Language.PYTHON, "1 / 0", null);
      case 13 -> expect(Status.OK, Language.JAVASCRIPT, "require('fs').writeFileSync('j','')", "s");
      case 15 ->
          expect(Status.KILLED, Language.PYTHON, "import ctypes; ctypes.CDLL(None).ptrace()", null);
      case 17 -> expect(Status.KILLED, Language.PYTHON, "while True: print('x' * 99999)", null);
      case 19 -> {
        Outcome outcome =
            run(
                new Program(Language.PYTHON, "while True: pass", "s"),
                limits("\"timeout_seconds\": 0.1"));
        assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
      }
      default -> expect(Status.OK, Language.PYTHON, "sum(range(100))", null);
    }
  }

  private void expect(Status status, Language language, String source, @Nullable String session) {
    Outcome outcome = run(new Program(language, source, session), JsonObject.EMPTY);
    assertThat(outcome.status()).as("%s: %s", source, outcome.error()).isEqualTo(status);
  }

  /** Waits until there is not more than {@code goal}, for a while, and returns what there is. */
  private Held settled(Held goal) throws Exception {
    long begin = System.nanoTime();
    Held held = held();
    while ((held.processes() > goal.processes() || held.descriptors() > goal.descriptors())
        && (System.nanoTime() - begin) / 1_000_000 < SETTLED_MILLIS) {
      Thread.sleep(50);
      held = held();
    }
    return held;
  }

  private Held held() throws IOException {
    long rss =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return new Held(
        count(Path.of("/proc/self/fd")),
        ProcessHandle.current().descendants().count(),
        Thread.getAllStackTraces().size(),
        files(),
        heapKb(),
        rss);
  }

  /** Returns how much of the heap is in use, after what nobody uses is gone. */
  private static long heapKb() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_024;
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private long files() throws IOException {
    try (Stream<Path> paths = Files.walk(home())) {
      return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).count();
    }
  }
}
