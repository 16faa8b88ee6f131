package dev.athena.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Frames to and from a program; those from it are taken for hostile.
 *
 * <p>One thread may read while others write.
 */
final class Frames {
  /** The longest frame, in bytes. */
  static final int BYTES_MAX = 16 * 1024 * 1024;

  private final DataInputStream in;
  private final OutputStream out;

  Frames(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /** One frame; {@code bytes} is its length on the wire. */
  record Frame(String kind, JsonObject body, int bytes) {}

  /** A frame from inside that breaks the rules. */
  static final class Forged extends Exception {
    Forged(String message) {
      super(message);
    }

    Forged(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Returns the next frame; empty where the program is gone.
   *
   * @throws Forged if it breaks the rules
   * @throws IOException if it breaks off
   */
  Optional<Frame> read() throws IOException, Forged {
    byte[] head = in.readNBytes(Integer.BYTES);
    if (head.length < Integer.BYTES) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(head).getInt();
    if (length < 0 || length > BYTES_MAX) {
      throw new Forged("a frame claims " + Integer.toUnsignedString(length) + " bytes");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      return Optional.empty();
    }
    return Optional.of(frame(body));
  }

  /** A frame is larger than the other side takes; nothing of it was sent. */
  static final class TooLarge extends IOException {
    TooLarge(String message) {
      super(message);
    }
  }

  /** Writes a frame. */
  void write(String kind, JsonObject body) throws IOException {
    write(json(kind, body));
  }

  /** Returns what {@link #write(byte[])} takes: a frame without its length. */
  static byte[] json(String kind, JsonObject body) throws TooLarge {
    byte[] json =
        JsonCodec.write(JsonObject.builder().put(kind, body).build())
            .getBytes(StandardCharsets.UTF_8);
    if (json.length > BYTES_MAX) {
      throw new TooLarge("a frame of " + json.length + " bytes is too large");
    }
    return json;
  }

  /** Writes a frame that {@link #json} made. */
  synchronized void write(byte[] json) throws IOException {
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt(json.length).array());
    out.write(json);
    out.flush();
  }

  private static Frame frame(byte[] body) throws Forged {
    try {
      if (JsonCodec.read(body) instanceof JsonObject(Map<String, Json> members)
          && members.size() == 1) {
        var member = members.entrySet().iterator().next();
        if (member.getValue() instanceof JsonObject inner) {
          return new Frame(member.getKey(), inner, body.length);
        }
      }
    } catch (MalformedJson e) {
      throw new Forged("a frame is no JSON: " + e.problem(), e);
    }
    throw new Forged("a frame is no object with one object in it");
  }
}
