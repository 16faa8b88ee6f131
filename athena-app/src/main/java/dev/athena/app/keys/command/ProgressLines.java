package dev.athena.app.keys.command;

import dev.athena.app.context.ShellContext;
import dev.athena.app.terminal.ProgressBar;
import dev.athena.crypto.KeyHistory;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Rotation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how far a rotation has come. */
final class ProgressLines implements Rotation.Progress, AutoCloseable {
  private final ShellContext context;
  private final Purpose purpose;
  private @Nullable ProgressBar bar;

  ProgressLines(ShellContext context, Purpose purpose) {
    this.context = context;
    this.purpose = purpose;
  }

  @Override
  public void begun(List<KeyHistory> keys) {
    long older = keys.stream().filter(each -> !each.older().isEmpty()).count();
    if (older > 0 && !Rotation.keepsOlder(purpose)) {
      bar =
          context
              .terminal()
              .progress(
                  "sealing anew: " + purpose.name().toLowerCase(Locale.ROOT), 0, context.nanos());
    }
  }

  @Override
  public void sealedAnew(int rows) {
    if (bar != null) {
      bar.advance(rows);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
