package dev.athena.crypto;

import dev.athena.error.InvalidArgument;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.threshold.SecretShare;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * Splits a master key into shares and makes it of them again (Shamir's secret sharing).
 *
 * <p>The method itself makes a wrong key of too few shares, or of shares of two sets, and does not
 * notice. So every share tells its set, how many are needed, and the check value of the key.
 */
public final class Shares {
  /** The most shares of a key. */
  public static final int SHARES_MAX = 16;

  /** The fewest that make a key; one share that makes it would be the key. */
  public static final int NEEDED_MIN = 2;

  private static final ShamirSecretSplitter.Algorithm FIELD = ShamirSecretSplitter.Algorithm.AES;

  private Shares() {}

  /**
   * Splits {@code key} into {@code count} shares, any {@code needed} of which make it.
   *
   * @throws InvalidArgument unless 2 ≤ needed ≤ count ≤ 16
   */
  public static List<Share> split(RawMasterKey key, int needed, int count) {
    if (needed < NEEDED_MIN || needed > count || count > SHARES_MAX) {
      throw new InvalidArgument(
          "%d of %d shares cannot be made".formatted(needed, count),
          "make up to %d shares, of which %d or more are needed".formatted(SHARES_MAX, NEEDED_MIN));
    }
    SecureRandom random = new SecureRandom();
    byte[] set = new byte[4];
    random.nextBytes(set);
    SecretShare[] parts =
        ShamirSecretSplitter.getInstance(FIELD, RawMasterKey.BYTES, random)
            .resplit(key.bytes(), needed, count)
            .getSecretShares();
    List<Share> shares = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      shares.add(new Share(set, needed, at + 1, key.checkValue(), encoded(parts[at])));
    }
    return shares;
  }

  /**
   * Makes the key of enough shares of one set, in any order; more than enough do no harm.
   *
   * @throws InvalidArgument if they are too few, or not of one set, or do not make the key
   */
  public static RawMasterKey join(String kind, String id, List<Share> shares) {
    Map<Integer, Share> byNumber = new TreeMap<>();
    for (Share share : shares) {
      if (!share.set().equals(shares.getFirst().set())) {
        throw new InvalidArgument(
            "these are shares of two sets, %s and %s"
                .formatted(shares.getFirst().set(), share.set()),
            "take shares of one set");
      }
      byNumber.put(share.number(), share);
    }
    int needed = shares.isEmpty() ? NEEDED_MIN : shares.getFirst().needed();
    if (byNumber.size() < needed) {
      throw new InvalidArgument(
          "%d different shares are here, and %d are needed".formatted(byNumber.size(), needed),
          "find %d more of the same set".formatted(needed - byNumber.size()));
    }
    byte[] key = joined(List.copyOf(byNumber.values()).subList(0, needed));
    if (!RawMasterKey.checkValueOf(key).equals(shares.getFirst().keyCheck())) {
      throw new InvalidArgument(
          "these shares do not make the key they were made of", "take other shares of the set");
    }
    return RawMasterKey.of(kind, id, key);
  }

  private static byte[] joined(List<Share> shares) {
    ShamirSplitSecretShare[] parts =
        shares.stream()
            .map(share -> new ShamirSplitSecretShare(share.part(), share.number()))
            .toArray(ShamirSplitSecretShare[]::new);
    try {
      return ShamirSplitSecret.getInstance(FIELD, parts).getSecret();
    } catch (IOException e) {
      throw new IllegalStateException("shares in memory cannot be read", e);
    }
  }

  private static byte[] encoded(SecretShare part) {
    try {
      return part.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a share in memory cannot be read", e);
    }
  }
}
