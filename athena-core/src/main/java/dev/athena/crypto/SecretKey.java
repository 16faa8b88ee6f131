package dev.athena.crypto;

/** One version of a secret key. */
public final class SecretKey {
  private final int version;
  private final byte[] bytes;

  /** Creates the version of a key that has these bytes. */
  public SecretKey(int version, byte[] bytes) {
    this.version = version;
    this.bytes = bytes.clone();
  }

  /** Returns the version, counted from 0. */
  public int version() {
    return version;
  }

  /** Returns the key itself. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns what hashes with it; each thread needs one of its own. */
  public KeyedHash hash() {
    return new KeyedHash(bytes);
  }

  /** Tells nothing of the key. */
  @Override
  public String toString() {
    return "secret key of version " + version;
  }
}
