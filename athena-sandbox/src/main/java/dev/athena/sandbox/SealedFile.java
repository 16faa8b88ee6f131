package dev.athena.sandbox;

import dev.athena.crypto.SealBroken;
import dev.athena.crypto.Sealer;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One sealed file, open at the beginning of its content.
 *
 * <p>It is: 8 bytes that say what it is, the tenant, the sealed head (path, size, and a name of the
 * content), and the sealed pieces of the content; each with its length in front. How many pieces
 * there must be follows from the size, so that none can be missing, exchanged, or of another time.
 */
final class SealedFile extends InputStream {
  private static final byte[] MAGIC = "AthenaF1".getBytes(StandardCharsets.US_ASCII);

  /** How much is sealed at once. */
  static final int PIECE_BYTES = 1 << 20;

  /** More than a tenant, a head or what sealing adds to a piece ever has. */
  private static final int MORE_BYTES_MAX = 8_192;

  private static final int NAME_BYTES = 16;
  private static final int BUFFER_BYTES = 8_192;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SealedSession session;
  private final Sealer sealer;
  private final Path file;
  private final DataInputStream in;
  private final Head head;
  private final int keyId;
  private InputStream piece = InputStream.nullInputStream();
  private long pieces;
  private long rest;

  /** What is told of the content. */
  private record Head(String path, long size, String content) {}

  private SealedFile(SealedSession session, Path file, DataInputStream in) throws IOException {
    this.session = session;
    this.file = file;
    this.in = in;
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      throw damaged(null, null);
    }
    String tenant = new String(bytes(null), StandardCharsets.UTF_8);
    if (!tenant.equals(session.tenant())) {
      throw damaged(null, null);
    }
    this.sealer = session.sealer(); // after the file is open, which was sealed before
    byte[] told = bytes(null);
    this.head = head(told);
    this.keyId = sealer.keyId(told);
    this.rest = head.size();
  }

  /**
   * Opens a file.
   *
   * @throws SessionFileDamaged if it is not as it was written
   */
  static SealedFile open(SealedSession session, Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    try {
      return new SealedFile(session, file, new DataInputStream(in));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Returns the tenant that a file names, which nobody needs a key for; empty if none. */
  static String tenantOf(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      boolean isOne = Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
      int length = isOne ? in.readInt() : 0;
      boolean fits = length > 0 && length <= MORE_BYTES_MAX;
      return fits ? new String(in.readNBytes(length), StandardCharsets.UTF_8) : "";
    } catch (EOFException _) {
      return "";
    }
  }

  /** Writes a file that is to have the name {@code fileName}. */
  static void write(SealedSession session, String fileName, Content content, OutputStream out)
      throws IOException {
    Sealer sealer = session.sealer();
    String name = newName();
    JsonObject head =
        JsonObject.builder()
            .put("path", content.path())
            .put("size", content.size())
            .put("content", name)
            .build();
    DataOutputStream data = new DataOutputStream(out);
    data.write(MAGIC);
    put(data, session.tenant().getBytes(StandardCharsets.UTF_8));
    byte[] told = JsonCodec.write(head).getBytes(StandardCharsets.UTF_8);
    put(data, sealer.seal(session.head(fileName), told));
    long number = 0;
    for (byte[] piece = content.in().readNBytes(PIECE_BYTES);
        piece.length > 0;
        piece = content.in().readNBytes(PIECE_BYTES)) {
      put(data, sealer.seal(session.piece(name, number++), piece));
    }
    data.flush();
  }

  /** What is to be sealed: {@code size} bytes. */
  record Content(String path, long size, InputStream in) {
    static Content of(String path, byte[] bytes) {
      return new Content(path, bytes.length, new ByteArrayInputStream(bytes));
    }
  }

  /** Returns a name that nobody has or guesses. */
  static String newName() {
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  private static void put(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  String path() {
    return head.path();
  }

  long size() {
    return head.size();
  }

  /** Returns whether it is sealed with the newest key. */
  boolean isNewest() {
    return keyId == sealer.newestKeyId();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = piece.read(target, offset, length);
    if (read < 0 && nextPiece()) {
      read = piece.read(target, offset, length);
    }
    return read;
  }

  /** Returns whether there is one. */
  private boolean nextPiece() throws IOException {
    if (rest == 0) {
      if (in.read() >= 0) {
        throw damaged(head.path(), null);
      }
      return false;
    }
    byte[] plain;
    try {
      plain = sealer.open(session.piece(head.content(), pieces), bytes(head.path()));
    } catch (SealBroken e) {
      throw damaged(head.path(), e);
    }
    if (plain.length != Math.min(rest, PIECE_BYTES)) {
      throw damaged(head.path(), null);
    }
    pieces++;
    rest -= plain.length;
    piece = new ByteArrayInputStream(plain);
    return true;
  }

  private byte[] bytes(@Nullable String path) throws IOException {
    try {
      int length = in.readInt();
      if (length < 0 || length > PIECE_BYTES + MORE_BYTES_MAX) {
        throw damaged(path, null);
      }
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw damaged(path, null);
      }
      return bytes;
    } catch (EOFException e) {
      throw damaged(path, e);
    }
  }

  private Head head(byte[] told) {
    try {
      byte[] open = sealer.open(session.head(String.valueOf(file.getFileName())), told);
      JsonObject read = JsonCodec.readObject(new String(open, StandardCharsets.UTF_8));
      return new Head(
          read.text("path").orElseThrow(),
          read.whole("size").orElseThrow(),
          read.text("content").orElseThrow());
    } catch (SealBroken e) {
      throw damaged(null, e);
    }
  }

  private SessionFileDamaged damaged(@Nullable String path, @Nullable Throwable cause) {
    return new SessionFileDamaged(
        file, path, "`athena keys verify` tells which files do not open", cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
