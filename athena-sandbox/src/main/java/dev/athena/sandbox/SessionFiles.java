package dev.athena.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is kept of one session from one execution to the next. */
interface SessionFiles {
  /** A file as it is on this machine; {@code size} is that of its content. */
  record Kept(String path, Path file, long size) {}

  /** Something done to files. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Returns the files there are, in the order of their paths; others may change them meanwhile.
   *
   * @throws SessionFileDamaged if one is not as it was written
   */
  List<Kept> files() throws IOException;

  /** Opens the content of a file. */
  InputStream open(Kept kept) throws IOException;

  /**
   * Removes files, and folders that are empty without them, and writes others in place of what was
   * there.
   */
  void change(Collection<String> removed, Map<String, ByteArrayOutputStream> written)
      throws IOException;

  /** Does work that executions of this session take in turns. */
  <T> T alone(Work<T> work) throws IOException;
}
