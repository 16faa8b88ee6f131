package dev.athena.app.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How far some work has come: a bar that moves on a terminal, elsewhere now and then a line, if
 * there is something new to say.
 *
 * <p>Not safe for use by several threads. Closing ends the display, wherever the work stands.
 */
public final class ProgressBar implements AutoCloseable {
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int BAR_WIDTH = 24;

  private final Work work;
  private final PrintStream err;
  private final TerminalTraits traits;
  private final LongSupplier nanos;
  private final long started;
  private long shown;
  private long done;
  private long lineAt;
  private boolean closed;

  /** What is being done, in how many steps; 0 where that is not known. */
  record Work(String label, long total) {
    Work {
      if (total < 0) {
        throw new IllegalArgumentException("total is " + total + "; send 0 or more");
      }
    }
  }

  ProgressBar(Work work, PrintStream err, TerminalTraits traits, LongSupplier nanos) {
    this.work = work;
    this.err = err;
    this.traits = traits;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
    this.shown = started;
    show();
  }

  /** Says that {@code count} steps more are done. */
  public void advance(long count) {
    done += count;
    long now = nanos.getAsLong();
    if (now - shown >= (traits.errIsTerminal() ? REDRAW_NANOS : LINE_NANOS)
        && (traits.errIsTerminal() || done != lineAt)) {
      shown = now;
      show();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (traits.errIsTerminal() || done != lineAt) {
        show();
      }
      if (traits.errIsTerminal()) {
        err.println();
      }
    }
  }

  private void show() {
    if (traits.errIsTerminal()) {
      String line = work.label() + " " + bar() + amount();
      err.print("\r" + line.substring(0, Math.min(line.length(), traits.width() - 1)) + "\u001b[K");
      err.flush();
    } else {
      lineAt = done;
      err.println(work.label() + " " + amount());
    }
  }

  private String bar() {
    if (work.total() == 0) {
      return "";
    }
    int full = (int) (BAR_WIDTH * share());
    return "█".repeat(full) + "░".repeat(BAR_WIDTH - full) + " ";
  }

  private String amount() {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - started);
    if (work.total() == 0) {
      return String.format(Locale.ROOT, "%,d (%d s%s)", done, seconds, rate(seconds));
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d, %.0f %% (%d s%s)",
        done,
        work.total(),
        100 * share(),
        seconds,
        rate(seconds));
  }

  private String rate(long seconds) {
    return seconds == 0 || done == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d a second", done / seconds);
  }

  private double share() {
    return Math.clamp((double) done / work.total(), 0, 1);
  }
}
