package dev.athena.detection.checks;

/**
 * The hash that Ethereum and Monero use: Keccak as it was before SHA-3 changed its padding, which
 * Java's own SHA-3 therefore cannot stand in for.
 */
final class Keccak256 {
  private static final int RATE = 136;
  private static final int BYTES = 32;
  private static final int LANES = 25;
  private static final int ROUNDS = 24;

  private static final int[] ROTATIONS = {
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
  };
  private static final int[] LANE_ORDER = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
  };

  private Keccak256() {}

  static byte[] of(byte[] message) {
    byte[] padded = new byte[(message.length / RATE + 1) * RATE];
    System.arraycopy(message, 0, padded, 0, message.length);
    padded[message.length] ^= 1;
    padded[padded.length - 1] ^= (byte) 0x80;
    long[] state = new long[LANES];
    for (int block = 0; block < padded.length; block += RATE) {
      for (int i = 0; i < RATE; i++) {
        state[i / 8] ^= (padded[block + i] & 0xffL) << (8 * (i % 8));
      }
      permute(state);
    }
    byte[] hash = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return hash;
  }

  private static void permute(long[] state) {
    int register = 1;
    long[] column = new long[5];
    for (int round = 0; round < ROUNDS; round++) {
      for (int x = 0; x < 5; x++) {
        column[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
      }
      for (int x = 0; x < 5; x++) {
        long change = column[(x + 4) % 5] ^ Long.rotateLeft(column[(x + 1) % 5], 1);
        for (int y = 0; y < LANES; y += 5) {
          state[y + x] ^= change;
        }
      }
      long carried = state[1];
      for (int i = 0; i < ROTATIONS.length; i++) {
        long lane = state[LANE_ORDER[i]];
        state[LANE_ORDER[i]] = Long.rotateLeft(carried, ROTATIONS[i]);
        carried = lane;
      }
      for (int y = 0; y < LANES; y += 5) {
        System.arraycopy(state, y, column, 0, 5);
        for (int x = 0; x < 5; x++) {
          state[y + x] = column[x] ^ (~column[(x + 1) % 5] & column[(x + 2) % 5]);
        }
      }
      for (int j = 0; j < 7; j++) {
        if ((register & 1) == 1) {
          state[0] ^= 1L << ((1 << j) - 1);
        }
        register = ((register << 1) ^ ((register >>> 7) * 0x71)) & 0xff;
      }
    }
  }
}
