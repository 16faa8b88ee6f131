package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.crypto.SealBroken;
import dev.athena.principal.Namespace;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code search_row}.
 *
 * @param end null while it is open
 * @param length terms in the text
 * @param planes what is known of its vectors; null while pending
 */
record SearchRow(
    long seq,
    Namespace namespace,
    byte kind,
    long start,
    @Nullable Long end,
    double confidence,
    int length,
    @Nullable Planes planes) {

  /** The columns that are read here, in this order. */
  static final String COLUMNS =
      """
      seq, kind, starts_at, ends_at, confidence, length, model, context_pending, bits, context_bits,
      epoch, sealed \
      """;

  private static final byte[] NONE = {};

  /**
   * The bit planes of a row's vectors.
   *
   * @param context those of the vector in context, or null if there is none, or none yet
   */
  record Planes(
      String model, boolean isContextPending, ByteBuffer own, @Nullable ByteBuffer context) {
    /** Returns them as one, to be sealed. */
    byte[] pack() {
      byte[] name = model.getBytes(StandardCharsets.UTF_8);
      ByteBuffer inContext = context == null ? ByteBuffer.wrap(NONE) : context;
      int size = 1 + 2 * Short.BYTES + name.length + own.remaining() + inContext.remaining();
      return ByteBuffer.allocate(size)
          .put((byte) (isContextPending ? 1 : 0))
          .putShort((short) name.length)
          .put(name)
          .putShort((short) own.remaining())
          .put(own.duplicate())
          .put(inContext.duplicate())
          .array();
    }

    /** Returns what was packed; null if nothing was. */
    static @Nullable Planes unpack(byte[] packed) {
      if (packed.length == 0) {
        return null;
      }
      ByteBuffer bytes = ByteBuffer.wrap(packed);
      boolean pending = bytes.get() == 1;
      ByteBuffer name = next(bytes, bytes.getShort());
      ByteBuffer own = next(bytes, bytes.getShort());
      ByteBuffer context = next(bytes, bytes.remaining());
      return new Planes(
          StandardCharsets.UTF_8.decode(name).toString(),
          pending,
          own,
          context.hasRemaining() ? context : null);
    }

    private static ByteBuffer next(ByteBuffer from, int length) {
      ByteBuffer next = from.slice(from.position(), length);
      from.position(from.position() + length);
      return next;
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer from) {
      if (from == null) {
        return null;
      }
      byte[] bytes = new byte[from.remaining()];
      from.duplicate().get(bytes);
      return bytes;
    }
  }

  /** Reads a row whose columns begin at {@code first}. */
  static SearchRow read(ResultSet row, int first, Namespace namespace, Seals seals)
      throws SQLException {
    long at = row.getLong(first + 3);
    @Nullable Long end = row.wasNull() ? null : Long.valueOf(at);
    SearchRow bare =
        new SearchRow(
            row.getLong(first),
            namespace,
            row.getByte(first + 1),
            row.getLong(first + 2),
            end,
            row.getDouble(first + 4),
            row.getInt(first + 5),
            null);
    return bare.with(planes(row, first + 6, bare, seals));
  }

  private static @Nullable Planes planes(ResultSet row, int at, SearchRow bare, Seals seals)
      throws SQLException {
    String model = row.getString(at);
    boolean pending = row.getInt(at + 1) != 0;
    long epoch = row.getLong(at + 4);
    Place place = bare.place();
    if (epoch == Seals.PLAIN) {
      seals.check(place, row.getBytes(at + 5));
      byte[] context = row.getBytes(at + 3);
      return model == null
          ? null
          : new Planes(
              model,
              pending,
              ByteBuffer.wrap(row.getBytes(at + 2)),
              context == null ? null : ByteBuffer.wrap(context));
    }
    Planes planes = unpacked(seals.bytes(place, epoch, row.getBytes(at + 5)), place);
    if (model == null) {
      return null; // those of a model that was given up
    }
    if (planes == null || !planes.model().equals(model) || planes.isContextPending() != pending) {
      throw new SealBroken(place, null);
    }
    return planes;
  }

  private static @Nullable Planes unpacked(byte[] packed, Place place) {
    try {
      return Planes.unpack(packed);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new SealBroken(place, e);
    }
  }

  /** Returns this with other bit planes. */
  SearchRow with(@Nullable Planes planes) {
    return new SearchRow(seq, namespace, kind, start, end, confidence, length, planes);
  }

  /** Returns this with another end. */
  SearchRow ending(@Nullable Long end) {
    return new SearchRow(seq, namespace, kind, start, end, confidence, length, planes);
  }

  /** Writes this row in the place of the one with its number, if there is one. */
  void write(Sql sql, Seals seals) {
    boolean on = seals.isOn();
    @Nullable Planes plain = on ? null : planes;
    sql.update(
        """
        insert or replace into search_row (seq, tenant, project, kind, starts_at, ends_at,
          confidence, length, model, context_pending, bits, context_bits, epoch, sealed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        seq,
        namespace.tenant(),
        namespace.project(),
        kind,
        start,
        end,
        confidence,
        length,
        planes == null ? null : planes.model(),
        planes != null && planes.isContextPending() ? 1 : 0,
        plain == null ? null : Planes.bytes(plain.own()),
        plain == null ? null : Planes.bytes(plain.context()),
        seals.epoch(namespace.tenant()),
        on ? seals.seal(place(), planes == null ? NONE : planes.pack()) : null);
  }

  private Place place() {
    return new Place(
        namespace.tenant(),
        "search_row",
        Binding.of(seq, namespace.project(), kind, start, end, confidence, length),
        "sealed");
  }
}
