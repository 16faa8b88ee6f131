package dev.athena.storage;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Ids of 48 bits of time and 80 bits of chance, in 26 characters of Crockford's base 32.
 *
 * <p>The layout is that of ULID (github.com/ulid/spec), in lower case. Two processes never
 * coordinate: the chance part keeps them apart. Within one process ids strictly increase, also when
 * the clock stands still or steps back.
 */
public final class TimeOrderedIds implements IdSource {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_CHARACTERS = 10;
  private static final int CHANCE_CHARACTERS = 16;
  private static final int BITS_PER_CHARACTER = 5;
  private static final int HIGH_CHANCE_BITS = 16;
  private static final long HIGH_CHANCE_MAX = (1L << HIGH_CHANCE_BITS) - 1;

  private final InstantSource clock;
  private final RandomGenerator chance;
  private long lastMillis = Long.MIN_VALUE;
  private long high;
  private long low;

  public TimeOrderedIds(InstantSource clock, RandomGenerator chance) {
    this.clock = clock;
    this.chance = chance;
  }

  @Override
  public synchronized String next(String prefix) {
    long now = clock.millis();
    if (now > lastMillis) {
      lastMillis = now;
      high = chance.nextLong() & HIGH_CHANCE_MAX;
      low = chance.nextLong();
    } else {
      step();
    }
    return prefix + "_" + encode();
  }

  /** Moves on by a random stride, so that ids made in one millisecond cannot be guessed. */
  private void step() {
    long before = low;
    low += (chance.nextLong() & 0xFFFF_FFFFL) + 1;
    if (Long.compareUnsigned(low, before) < 0) {
      high++;
      if (high > HIGH_CHANCE_MAX) {
        high = 0;
        lastMillis++;
      }
    }
  }

  private String encode() {
    char[] out = new char[TIME_CHARACTERS + CHANCE_CHARACTERS];
    long time = lastMillis;
    for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
      out[i] = ALPHABET.charAt((int) (time & 31));
      time >>>= BITS_PER_CHARACTER;
    }
    long lowBits = low;
    long highBits = high;
    for (int i = out.length - 1; i >= TIME_CHARACTERS; i--) {
      out[i] = ALPHABET.charAt((int) (lowBits & 31));
      lowBits = lowBits >>> BITS_PER_CHARACTER | highBits << (Long.SIZE - BITS_PER_CHARACTER);
      highBits >>>= BITS_PER_CHARACTER;
    }
    return new String(out);
  }
}
