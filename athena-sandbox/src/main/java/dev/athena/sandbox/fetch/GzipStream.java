package dev.athena.sandbox.fetch;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip as it is read.
 *
 * <p>The JDK's own class goes one call deeper for each empty part of a stream, so that a host can
 * make it overflow; this one takes any number of parts. What follows the last part is left alone.
 * Closing it lets go of memory only: the stream below stays open.
 */
final class GzipStream extends FilterInputStream {
  private static final int BUFFER_BYTES = 8 * 1_024;
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATED = 8;
  private static final int HAS_HEADER_CHECK = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final PushbackInputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;
  private boolean inPart;
  private boolean first = true;
  private boolean ended;

  GzipStream(InputStream packed) {
    this(new PushbackInputStream(packed, BUFFER_BYTES));
  }

  private GzipStream(PushbackInputStream packed) {
    super(packed);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inPart && !begin()) {
        ended = true;
        break;
      }
      int count = inflate(into, offset, length);
      if (count > 0) {
        check.update(into, offset, count);
        return count;
      }
      if (inflater.finished()) {
        finish();
      }
    }
    return -1;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    if (inflater.needsInput()) {
      int count = packed.read(buffer);
      if (count < 0) {
        throw new EOFException("a packed stream ends too early");
      }
      inflater.setInput(buffer, 0, count);
      filled = count;
    }
    try {
      int count = inflater.inflate(into, offset, length);
      if (inflater.needsDictionary()) {
        throw new ZipException("a packed stream needs a dictionary");
      }
      return count;
    } catch (DataFormatException e) {
      throw broken(e);
    }
  }

  private static ZipException broken(DataFormatException cause) {
    ZipException broken = new ZipException("a packed stream is broken");
    broken.initCause(cause);
    return broken;
  }

  /** Reads to where the next part begins; returns false if there is none. */
  private boolean begin() throws IOException {
    int one = packed.read();
    int two = one == MAGIC_1 ? packed.read() : -1;
    if (two != MAGIC_2) {
      if (first && one >= 0) {
        throw new ZipException("a stream is not packed with gzip");
      }
      return false;
    }
    if (next() != DEFLATED) {
      throw new ZipException("a packed stream is of an unknown kind");
    }
    int flags = next();
    skip(6); // the time, and two bytes nobody needs
    if ((flags & HAS_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_HEADER_CHECK) != 0) {
      skip(2);
    }
    inflater.reset();
    check.reset();
    first = false;
    inPart = true;
    return true;
  }

  private void finish() throws IOException {
    int left = inflater.getRemaining();
    packed.unread(buffer, filled - left, left);
    long sum = fourBytes();
    long length = fourBytes();
    if (sum != check.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("a packed stream is not what was packed");
    }
    inPart = false;
  }

  private long fourBytes() throws IOException {
    long low = next() | next() << 8;
    long high = next() | next() << 8;
    return low | high << 16;
  }

  private int next() throws IOException {
    int read = packed.read();
    if (read < 0) {
      throw new EOFException("a packed stream ends too early");
    }
    return read;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // it says how a file was called, which nobody asks
    }
  }
}
