package dev.athena.embedding;

/** Numbers as 16-bit floats, low byte first. */
final class HalfFloats {
  private HalfFloats() {}

  static float[] read(byte[] bytes) {
    float[] values = new float[bytes.length / Short.BYTES];
    for (int i = 0; i < values.length; i++) {
      int low = bytes[2 * i] & 0xFF;
      int high = bytes[2 * i + 1] & 0xFF;
      values[i] = Float.float16ToFloat((short) (high << Byte.SIZE | low));
    }
    return values;
  }

  static byte[] write(float[] values) {
    byte[] bytes = new byte[values.length * Short.BYTES];
    for (int i = 0; i < values.length; i++) {
      short half = Float.floatToFloat16(values[i]);
      bytes[2 * i] = (byte) half;
      bytes[2 * i + 1] = (byte) (half >> Byte.SIZE);
    }
    return bytes;
  }
}
