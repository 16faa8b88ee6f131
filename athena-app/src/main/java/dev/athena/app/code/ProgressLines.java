package dev.athena.app.code;

import dev.athena.app.context.ShellContext;
import dev.athena.execution.Alert;
import dev.athena.operation.Follower;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Shows how far a program is, a line each time it tells, beside its answer. */
final class ProgressLines implements Follower {
  private final ShellContext context;

  ProgressLines(ShellContext context) {
    this.context = context;
  }

  @Override
  public synchronized void progress(double done, @Nullable Double total, @Nullable String message) {
    String of = total == null ? "" : " of " + plain(total);
    String what = message == null ? "" : "  " + message.lines().findFirst().orElse("");
    context.terminal().note("… " + plain(done) + of + what);
  }

  @Override
  public void onCancel(Runnable action) {
    // Whoever gives up ends the process, and the program with it.
  }

  @Override
  public synchronized void alert(Alert alert) {
    context.terminal().note("ALERT: " + alert.sentence());
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : "?";
  }
}
