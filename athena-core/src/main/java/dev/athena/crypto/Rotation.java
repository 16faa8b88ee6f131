package dev.athena.crypto;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes new keys into use and gets rid of older ones, while everything goes on.
 *
 * <p>First the newest version is added; then all that is stored is sealed and hashed with it, a few
 * rows at a time; and only when no store has anything left, the older versions are destroyed. A
 * crash between any two steps loses nothing: the next run for the same keys goes on where it was,
 * and makes no further version of a key whose older ones are still there.
 *
 * <p>Older versions for {@link Purpose#PSEUDONYM}, {@link Purpose#AUDIT} and {@link
 * Purpose#SIGNATURE} are never destroyed: pseudonyms stand in texts and name their version, and
 * what was marked or signed could no longer be checked. With these only what is new uses the newest
 * version.
 */
public final class Rotation {
  /** The purposes whose older versions stay. */
  private static final Set<Purpose> KEPT =
      EnumSet.of(Purpose.PSEUDONYM, Purpose.AUDIT, Purpose.SIGNATURE);

  /** How many rows are sealed anew at a time, so that others who write wait little. */
  static final int STEP = 200;

  /** The most steps of a run; a store that is never done would go on for ever. */
  static final int STEPS_MAX = 50_000_000;

  private final Keychain keychain;
  private final int stepsMax;

  public Rotation(Keychain keychain) {
    this(keychain, STEPS_MAX);
  }

  Rotation(Keychain keychain, int stepsMax) {
    this.keychain = keychain;
    this.stepsMax = stepsMax;
  }

  /** Is told how far a rotation has come. */
  public interface Progress {
    /** Says what the keys are like with their newest versions, which are in use from now on. */
    void begun(List<KeyHistory> keys);

    /** Says that {@code rows} more rows were sealed or hashed anew. */
    void sealedAnew(int rows);
  }

  /** How a rotation ended. */
  public enum Ended {
    /** There are no keys to rotate. */
    NOTHING,
    /** The newest versions are in use and no older ones are there. */
    DESTROYED,
    /** The newest versions are in use; the older ones stay because of what they are for. */
    KEPT,
    /** The newest versions are in use; the older ones stay because no store was there. */
    NO_STORE
  }

  /** Returns whether older versions for {@code purpose} stay for good. */
  public static boolean keepsOlder(Purpose purpose) {
    return KEPT.contains(purpose);
  }

  /**
   * Rotates the keys of {@code scope}.
   *
   * @param stores all that holds anything sealed or hashed with these keys; if none is given, no
   *     older version is destroyed
   */
  public Ended run(KeyScope scope, List<SealedValues> stores, Progress progress) {
    boolean kept = keepsOlder(scope.purpose());
    List<KeyHistory> keys = keychain.rotateThose(scope, kept);
    progress.begun(keys);
    if (keys.isEmpty()) {
      return Ended.NOTHING;
    }
    if (kept) {
      return Ended.KEPT;
    }
    if (stores.isEmpty()) {
      return Ended.NO_STORE;
    }
    stores.forEach(store -> sealAnew(store, progress));
    keychain.destroyOlder(keys);
    return Ended.DESTROYED;
  }

  private void sealAnew(SealedValues store, Progress progress) {
    for (int step = 0; step < stepsMax; step++) {
      int rows = store.sealAnew(STEP);
      if (rows == 0) {
        return;
      }
      progress.sealedAnew(rows);
    }
    throw new KeysUnavailable(
        "a store still had rows with older keys after %,d steps".formatted(stepsMax),
        "rotate again; the older keys are still there",
        null);
  }
}
