package dev.athena.operation;

import dev.athena.execution.Alert;
import org.jspecify.annotations.Nullable;

/** Whoever waits for the answer of a call. Safe for use by several threads. */
public interface Follower {
  /** Nobody, who can neither be told anything nor give up. */
  Follower NOBODY = new Nobody();

  /** Tells how far the call is; {@code total} and {@code message} may be unknown. */
  void progress(double done, @Nullable Double total, @Nullable String message);

  /** Runs {@code action} when the answer is not wanted any more, at once if that is so. */
  void onCancel(Runnable action);

  /** Tells of something that somebody should look at. */
  void alert(Alert alert);

  /** See {@link #NOBODY}. */
  final class Nobody implements Follower {
    private Nobody() {}

    @Override
    public void progress(double done, @Nullable Double total, @Nullable String message) {
      // Nobody wants to know.
    }

    @Override
    public void onCancel(Runnable action) {
      // Nobody gives up.
    }

    @Override
    public void alert(Alert alert) {
      // It is on record, and whoever runs this Athena is told besides.
    }
  }
}
