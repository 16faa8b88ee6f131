package dev.athena.app.memory;

import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.terminal.ProgressBar;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.index.IndexStore;
import java.util.concurrent.TimeUnit;

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

  /** Returns how many memories of the project wait for their vectors. */
  public long count() {
    return session
        .engine()
        .storage()
        .read(tx -> tx.store(IndexStore.class).status(session.caller().namespace()).pending());
  }

  /** Computes for about a second, and says how many are left. */
  void fillQuickly() {
    if (count() == 0) {
      return;
    }
    long end = context.nanos().getAsLong() + QUICK_NANOS;
    try {
      session.engine().background().fillVectorsWhile(() -> context.nanos().getAsLong() < end);
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
    long pending = count();
    if (pending == 0) {
      return;
    }
    try (ProgressBar bar =
        context.terminal().progress("Computing vectors", pending, context.nanos())) {
      session.engine().background().fillVectors(bar::advance);
    } catch (EmbeddingFailure e) {
      context.terminal().note("vectors stay pending: " + e.problem() + "; " + e.hint());
    }
  }
}
