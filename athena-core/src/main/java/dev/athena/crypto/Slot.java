package dev.athena.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Whose key it is, and what for. */
record Slot(String tenant, Purpose purpose) {
  /** The longest name of a tenant, in characters. */
  static final int TENANT_LENGTH_MAX = 500;

  Slot {
    if (tenant.isEmpty() || tenant.length() > TENANT_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a tenant's name of %d characters".formatted(tenant.length()));
    }
  }

  static Slot of(KeyHistory history) {
    return new Slot(history.tenant(), history.purpose());
  }

  /** Returns what a wrapped key is bound to, so that it is nobody else's and for nothing else. */
  byte[] context() {
    byte[] name = tenant.getBytes(StandardCharsets.UTF_8);
    byte[] use = purpose.name().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + name.length + use.length)
        .putInt(name.length)
        .put(name)
        .put(use)
        .array();
  }
}
