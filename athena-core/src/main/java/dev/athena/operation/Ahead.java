package dev.athena.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Results that another core computes ahead of the one who takes them, in order.
 *
 * <p>Whoever takes faster than that computes what is not begun yet itself, so nothing depends on
 * another core being free.
 */
final class Ahead<T> implements AutoCloseable {
  /** How many results are computed in a row; few enough that taking soon begins. */
  private static final int CHUNK = 64;

  private final List<FutureTask<List<T>>> chunks = new ArrayList<>();

  /** Begins to compute, when the first are done that taking begins with. */
  Ahead(List<Supplier<T>> suppliers) {
    for (int from = 0; from < suppliers.size(); from += CHUNK) {
      List<Supplier<T>> some = suppliers.subList(from, Math.min(suppliers.size(), from + CHUNK));
      chunks.add(new FutureTask<>(() -> some.stream().map(Supplier::get).toList()));
    }
    ForkJoinPool.commonPool().execute(() -> chunks.forEach(FutureTask::run));
    chunks.stream().findFirst().ifPresent(Ahead::result);
  }

  /** Takes all results, in the order of their suppliers; throws what a supplier throws. */
  void forEach(Consumer<T> taker) {
    chunks.forEach(chunk -> result(chunk).forEach(taker));
  }

  /** Gives up what is not begun. */
  @Override
  public void close() {
    chunks.forEach(chunk -> chunk.cancel(false));
  }

  private static <T> List<T> result(FutureTask<List<T>> chunk) {
    chunk.run(); // does nothing if it was begun elsewhere
    try {
      return chunk.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("computing ahead failed", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while computing");
    }
  }
}
