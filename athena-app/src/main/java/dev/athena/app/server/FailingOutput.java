package dev.athena.app.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** A print stream that says so when nobody takes what it writes. */
final class FailingOutput extends OutputStream {
  private final PrintStream out;

  FailingOutput(PrintStream out) {
    this.out = out;
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
  }
}
