package dev.athena.app.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A print stream that says so when nobody takes what it writes. */
final class FailingOutput extends OutputStream {
  private final PrintStream out;
  private final Runnable whenAnswered;
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * Wraps {@code out}.
   *
   * @param whenAnswered run once, after the first answer is on its way
   */
  FailingOutput(PrintStream out, Runnable whenAnswered) {
    this.out = out;
    this.whenAnswered = whenAnswered;
  }

  @Override
  public void write(int value) {
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (out.checkError()) {
      throw new IOException("nobody reads standard output any more");
    }
    if (answered.compareAndSet(false, true)) {
      whenAnswered.run();
    }
  }
}
