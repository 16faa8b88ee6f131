package dev.athena.privacy;

import dev.athena.crypto.Place;
import java.time.Instant;

/**
 * What the vault keeps of one value.
 *
 * <p>The value is sealed here, so no store ever sees it.
 */
public final class VaultRow {
  private final String tenant;
  private final Pseudonym pseudonym;
  private final byte[] digest;
  private final byte[] sealed;
  private final Instant createdAt;

  /**
   * Creates a row.
   *
   * @param digest tells the value from all others without telling what it is
   * @param sealed the value, sealed for {@link #place}
   */
  public VaultRow(
      Pseudonym pseudonym, String tenant, Instant createdAt, byte[] digest, byte[] sealed) {
    this.tenant = tenant;
    this.pseudonym = pseudonym;
    this.createdAt = createdAt;
    this.digest = digest.clone();
    this.sealed = sealed.clone();
  }

  /** Returns where the value of a pseudonym is sealed for. */
  static Place place(String tenant, Pseudonym pseudonym) {
    return new Place(tenant, "concealed", pseudonym.toString(), "value");
  }

  /** Returns whose it is. */
  public String tenant() {
    return tenant;
  }

  /** Returns what stands for the value. */
  public Pseudonym pseudonym() {
    return pseudonym;
  }

  /** Returns what tells the value from all others. */
  public byte[] digest() {
    return digest.clone();
  }

  /** Returns the sealed value. */
  public byte[] sealed() {
    return sealed.clone();
  }

  /** Returns when the value was first seen. */
  public Instant createdAt() {
    return createdAt;
  }
}
