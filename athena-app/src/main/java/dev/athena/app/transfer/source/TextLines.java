package dev.athena.app.transfer.source;

import dev.athena.error.InvalidArgument;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file, one at a time; a line too long to be held is passed over. */
final class TextLines {
  /** The longest line taken, in bytes. */
  static final int LINE_BYTES_MAX = 32 * 1024 * 1024;

  private static final int BUFFER_BYTES = 1 << 16;

  private final int lineBytesMax;

  TextLines(int lineBytesMax) {
    this.lineBytesMax = lineBytesMax;
  }

  /** Sees each line that is not blank. */
  interface Visitor {
    /** Sees a line; {@code number} counts from 1. */
    void line(int number, String text);

    /** Hears that a line was too long. */
    void tooLong(int number);
  }

  /**
   * Shows all lines.
   *
   * @throws InvalidArgument if the file cannot be read
   */
  void read(Path file, Visitor visitor) {
    try (InputStream in = Files.newInputStream(file)) {
      read(in, visitor);
    } catch (IOException e) {
      throw new InvalidArgument(
          "cannot read " + file + ": " + e.getMessage(), "name a file that can be read", e);
    }
  }

  void read(InputStream raw, Visitor visitor) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    boolean tooLong = false;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        show(visitor, number, line, tooLong);
        line.reset();
        tooLong = false;
        number++;
      } else if (line.size() < lineBytesMax) {
        line.write(next);
      } else {
        tooLong = true;
      }
    }
    show(visitor, number, line, tooLong);
  }

  private static void show(
      Visitor visitor, int number, ByteArrayOutputStream line, boolean tooLong) {
    if (tooLong) {
      visitor.tooLong(number);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8);
    String withoutMark = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (!withoutMark.isBlank()) {
      visitor.line(number, withoutMark);
    }
  }
}
