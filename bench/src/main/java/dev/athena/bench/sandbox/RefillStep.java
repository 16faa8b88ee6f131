package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast the pool fills, from the start and after programs took all there was.
 *
 * <p>Sandboxes are built one after the other, so that one has begun tells that the one before it is
 * ready: the rate is taken between the first and the last beginning, and the last one is given the
 * time that the others took on average.
 */
record RefillStep(Language language) implements Step {
  private static final int POOL = 8;
  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public String title() {
    return "filling a pool of " + POOL + ", " + Languages.title(language);
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    try (Scratch athena = Scratch.open(POOL, POOL)) {
      SandboxProcesses pool = new SandboxProcesses(ProcessHandle.current());
      athena.prepare(language);
      pool.awaitBegun(language, 1);
      long first = System.nanoTime();
      pool.awaitBegun(language, POOL);
      double each = (System.nanoTime() - first) / NANOS_PER_SECOND / (POOL - 1);
      pool.awaitReady(language, POOL);
      double again = drained(athena, pool) + each;
      return List.of(
          Row.figure("built, one after the other", 1 / each, "1/s"),
          Row.figure("full again after all were taken at once", again * 1_000, "ms"));
    }
  }

  /** Takes all, and returns the seconds until as many new ones have begun. */
  private double drained(Scratch athena, SandboxProcesses pool) throws IOException {
    Set<Long> before = new HashSet<>();
    pool.runners(language).forEach(one -> before.add(one.pid()));
    takeAll(athena);
    long start = System.nanoTime();
    pool.awaitBegun(language, POOL, before);
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  private void takeAll(Scratch athena) throws IOException {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> programs = new ArrayList<>();
      for (int i = 0; i < POOL; i++) {
        programs.add(threads.submit(() -> athena.run(language, Scratch.TRIVIAL)));
      }
      for (Future<?> program : programs) {
        program.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a program of the benchmark failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
