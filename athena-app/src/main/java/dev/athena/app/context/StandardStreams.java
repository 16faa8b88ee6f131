package dev.athena.app.context;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The streams that the process was started with, in UTF-8.
 *
 * <p>A protocol may be spoken over {@code out}, so whoever prints without having been handed it
 * prints to {@code err}.
 *
 * @param in what the process reads
 * @param out what the process answers; buffered, to be flushed by whoever writes
 * @param err what people and logs read
 */
public record StandardStreams(InputStream in, PrintStream out, PrintStream err) {
  private static final int BUFFER_BYTES = 64 * 1024;

  /**
   * Takes the streams away from {@link System}: from now on {@code System.out} is standard error,
   * and {@code System.in} is empty.
   */
  public static StandardStreams claim() {
    InputStream in = System.in;
    PrintStream out = utf8(FileDescriptor.out, false);
    PrintStream err = utf8(FileDescriptor.err, true);
    System.setIn(InputStream.nullInputStream());
    System.setErr(err);
    System.setOut(err);
    return new StandardStreams(in, out, err);
  }

  private static PrintStream utf8(FileDescriptor descriptor, boolean autoFlush) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES),
        autoFlush,
        StandardCharsets.UTF_8);
  }
}
