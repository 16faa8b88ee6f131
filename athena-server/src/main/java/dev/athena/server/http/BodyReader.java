package dev.athena.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** Reads bodies: none that is too long, and not too much of all of them at one time. */
final class BodyReader {
  private static final int CHUNK_BYTES = 16 * 1024;

  private final int bodyBytesMax;
  private final Semaphore room;

  BodyReader(Limits limits) {
    this.bodyBytesMax = limits.bodyBytesMax();
    this.room = new Semaphore(limits.bodiesBytesMax());
  }

  /** What became of a body. */
  sealed interface Body {
    /** It is here; it takes up room until {@link #release}. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
    record Whole(byte[] bytes) implements Body {}

    /** It is longer than a body may be. */
    record TooLong() implements Body {}

    /** There is too much of others. */
    record NoRoom() implements Body {}
  }

  Body read(InputStream in) throws IOException {
    ByteArrayOutputStream collected = new ByteArrayOutputStream();
    boolean kept = false;
    try {
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (collected.size() + count > bodyBytesMax) {
          return new Body.TooLong();
        }
        if (!room.tryAcquire(count)) {
          return new Body.NoRoom();
        }
        collected.write(chunk, 0, count);
      }
      kept = true;
      return new Body.Whole(collected.toByteArray());
    } finally {
      if (!kept) {
        room.release(collected.size());
      }
    }
  }

  /** Gives back the room of {@code body}, when the request is done. */
  void release(Body.Whole body) {
    room.release(body.bytes().length);
  }
}
