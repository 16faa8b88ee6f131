package dev.athena.app.memory;

import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.engine.BackgroundWork;
import dev.athena.app.terminal.ProgressBar;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.index.IndexStatus;
import dev.athena.index.IndexStore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/** Computes vectors that are pending, as far as a command has time for it. */
public final class PendingVectors {
  /** How long a question waits for vectors. */
  private static final long QUICK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ShellContext context;
  private final Session session;

  public PendingVectors(ShellContext context, Session session) {
    this.context = context;
    this.session = session;
  }

  /** Returns how many memories of the project have no vector yet. */
  public long count() {
    return status().pending();
  }

  private IndexStatus status() {
    return session
        .engine()
        .storage()
        .read(tx -> tx.store(IndexStore.class).status(session.caller().namespace()));
  }

  /** Computes for about a second, and says how many are left. */
  void fillQuickly() {
    if (count() == 0) {
      return;
    }
    long end = context.nanos().getAsLong() + QUICK_NANOS;
    try {
      session
          .engine()
          .background()
          .fillVectorsWhile(() -> context.nanos().getAsLong() < end, BackgroundWork.SMALL_STEP);
    } catch (EmbeddingFailure e) {
      context.terminal().note(e.problem() + "; " + e.hint());
    }
    long left = count();
    if (left > 0) {
      context
          .terminal()
          .note(
              "%,d memories are found by their words only until their vectors are computed"
                  .formatted(left));
    }
  }

  /** Computes all, with a display of how far it is; a model that fails leaves them pending. */
  public void fillAll() {
    try {
      fill("Computing vectors", IndexStatus::pending);
      fill("Computing vectors in context", IndexStatus::contextPending);
    } catch (EmbeddingFailure e) {
      context.terminal().note("vectors stay pending: " + e.problem() + "; " + e.hint());
    }
  }

  /** Those of other projects are computed in between; they are no progress here. */
  private void fill(String what, ToLongFunction<IndexStatus> pending) {
    AtomicLong left = new AtomicLong(pending.applyAsLong(status()));
    if (left.get() == 0) {
      return;
    }
    try (ProgressBar bar = context.terminal().progress(what, left.get(), context.nanos())) {
      BooleanSupplier advance =
          () -> {
            long now = pending.applyAsLong(status());
            bar.advance(Math.max(0, left.getAndSet(now) - now));
            return now > 0;
          };
      session.engine().background().fillVectorsWhile(advance, BackgroundWork.STEP);
    }
  }
}
