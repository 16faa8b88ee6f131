package dev.athena.crypto;

/** A store with sealed or hashed values in it, whose keys may change while it is in use. */
public interface SealedValues {
  /**
   * Seals and hashes with the newest keys what is sealed or hashed with older ones, in one
   * transaction; an interruption loses nothing, and what is left is found by the next call.
   *
   * @param limit how many rows at most
   * @return how many rows there were; 0 if none is left, so that older keys may be destroyed
   */
  int sealAnew(int limit);
}
