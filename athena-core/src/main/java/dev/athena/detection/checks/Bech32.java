package dev.athena.detection.checks;

/** Addresses with a checksum by BIP 173 (bech32) or BIP 350 (bech32m). */
final class Bech32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int FIRST = 1;
  private static final int SECOND = 0x2bc830a3;
  private static final int CHECK = 6;

  private Bech32() {}

  /** Returns whether the checksum is right; {@code text} is in lower case. */
  static boolean isValid(String text) {
    int split = text.lastIndexOf('1');
    if (split < 1 || text.length() - split - 1 < CHECK) {
      return false;
    }
    int state = 1;
    for (int i = 0; i < split; i++) {
      state = next(state, text.charAt(i) >> 5);
    }
    state = next(state, 0);
    for (int i = 0; i < split; i++) {
      state = next(state, text.charAt(i) & 31);
    }
    for (int i = split + 1; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return false;
      }
      state = next(state, value);
    }
    return state == FIRST || state == SECOND;
  }

  private static int next(int state, int value) {
    int top = state >>> 25;
    int next = ((state & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((top >>> i) & 1) == 1) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }
}
