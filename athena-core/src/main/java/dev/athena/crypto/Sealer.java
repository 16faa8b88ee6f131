package dev.athena.crypto;

/**
 * Seals and opens, for one tenant and purpose. Safe for use by many threads.
 *
 * <p>What is sealed begins with the id of its key. New things are sealed with the newest version of
 * the key; what any version sealed that is still there is opened.
 */
public interface Sealer {
  /** Seals {@code plain} for one place. The same sealed twice looks different. */
  byte[] seal(Place place, byte[] plain);

  /**
   * Opens what was sealed for that place.
   *
   * @throws SealBroken if it was changed, stood elsewhere, or was sealed with a key that is gone
   */
  byte[] open(Place place, byte[] sealed);

  /** Returns the id of the key that {@code sealed} was sealed with. */
  int keyId(byte[] sealed);

  /** Returns the id of the key that new things are sealed with. */
  int newestKeyId();
}
