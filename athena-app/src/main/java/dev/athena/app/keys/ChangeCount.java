package dev.athena.app.keys;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Counts the changes of a file, in eight bytes that all processes have in their memory: to look at
 * them takes a tenth of asking the system whether the file changed.
 *
 * <p>The count is odd while a change is under way, and stays so if the process dies in it. As the
 * log of SQLite it works for processes of one machine. Who changes must keep others from it.
 */
final class ChangeCount {
  private static final VarHandle NUMBER =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer shared;

  private ChangeCount(ByteBuffer shared) {
    this.shared = shared;
  }

  /**
   * Opens the count in {@code file}, which is created if missing.
   *
   * <p>Its bytes are written first: to touch memory that the disk has no room for would end in an
   * error of the machine. They are appended, so that nobody's count is overwritten.
   */
  static ChangeCount open(PrivateFile file) throws IOException {
    try (FileChannel channel = file.open()) {
      if (channel.size() < Long.BYTES) {
        Files.write(file.path(), new byte[Long.BYTES], StandardOpenOption.APPEND);
      }
      return new ChangeCount(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    }
  }

  /** Returns the count. */
  long now() {
    return (long) NUMBER.getVolatile(shared, 0);
  }

  /** Returns whether a count tells that no change is under way. */
  static boolean isSettled(long count) {
    return count % 2 == 0;
  }

  /** A change begins. */
  void begin() {
    NUMBER.setVolatile(shared, 0, now() | 1);
  }

  /** The change has ended, whether it changed anything or not. */
  void end() {
    NUMBER.setVolatile(shared, 0, (now() | 1) + 1);
  }
}
