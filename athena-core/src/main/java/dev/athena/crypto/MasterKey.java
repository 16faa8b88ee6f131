package dev.athena.crypto;

import dev.athena.json.JsonObject;

/**
 * The key that all other keys are wrapped with. Safe for use by many threads.
 *
 * <p>It may lie outside this process, and each call may take as long as a call over a network.
 */
public interface MasterKey {
  /** Returns where it comes from, in one word, such as {@code file}. */
  String kind();

  /** Returns which one of its kind it is, as people may read it. */
  String id();

  /** Returns a short text that differs from that of every other key and tells nothing of it. */
  String checkValue();

  /** Returns what is needed to make it again, besides what is secret; may be empty. */
  default JsonObject parameters() {
    return JsonObject.EMPTY;
  }

  /**
   * Wraps {@code plain} for one context.
   *
   * @throws KeysUnavailable if the key cannot be used now
   */
  byte[] wrap(byte[] plain, byte[] context);

  /**
   * Returns what was wrapped for that context.
   *
   * @throws KeysUnavailable if the key cannot be used now, or did not wrap this for that context
   */
  byte[] unwrap(byte[] wrapped, byte[] context);
}
