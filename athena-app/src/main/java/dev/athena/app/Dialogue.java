package dev.athena.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A client that says its lines one after the other, each when the one before is answered. */
final class Dialogue {
  private final Iterator<String> lines;
  private final Semaphore answers = new Semaphore(1);
  private byte[] line = {};
  private int next;

  /** Creates a client; each of its {@code lines} must be a message that gets an answer. */
  Dialogue(List<String> lines) {
    this.lines = lines.iterator();
  }

  /** Returns what it says. */
  InputStream says() {
    return new InputStream() {
      @Override
      public int read() {
        return take() ? line[next++] : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        if (!take()) {
          return -1;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, into, from, count);
        next += count;
        return count;
      }
    };
  }

  /** Returns where it listens. */
  OutputStream hears() {
    return new OutputStream() {
      @Override
      public void write(int octet) {
        if (octet == '\n') {
          answers.release();
        }
      }
    };
  }

  private boolean take() {
    if (next == line.length && lines.hasNext()) {
      answers.acquireUninterruptibly();
      line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    return next < line.length;
  }
}
