package dev.athena.server.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines. A line that is too long is skipped, not kept. */
final class LineReader {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final int lineBytesMax;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int end;

  /** What the stream holds next. */
  sealed interface Line {
    /** A line, without its end. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
    record Whole(byte[] bytes) implements Line {}

    /** A line past the limit, which was skipped. */
    record TooLong() implements Line {}

    /** The end of the stream. */
    record End() implements Line {}
  }

  LineReader(InputStream in, int lineBytesMax) {
    this.in = in;
    this.lineBytesMax = lineBytesMax;
  }

  /** Returns the next line; the last one need not be ended. */
  Line read() throws IOException {
    ByteArrayOutputStream collected = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean anything = false;
    while (true) {
      if (next == end && !fill()) {
        return anything ? line(collected, tooLong) : new Line.End();
      }
      anything = true;
      int lineEnd = indexOfLineEnd();
      int stop = lineEnd < 0 ? end : lineEnd;
      tooLong |= collected.size() + (stop - next) > lineBytesMax;
      if (tooLong) {
        collected.reset();
      } else {
        collected.write(buffer, next, stop - next);
      }
      next = lineEnd < 0 ? stop : stop + 1;
      if (lineEnd >= 0) {
        return line(collected, tooLong);
      }
    }
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer);
    next = 0;
    end = Math.max(count, 0);
    return count > 0;
  }

  private int indexOfLineEnd() {
    for (int i = next; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static Line line(ByteArrayOutputStream collected, boolean tooLong) {
    if (tooLong) {
      return new Line.TooLong();
    }
    byte[] bytes = collected.toByteArray();
    int length = bytes.length;
    return new Line.Whole(
        length > 0 && bytes[length - 1] == '\r' ? Arrays.copyOf(bytes, length - 1) : bytes);
  }
}
