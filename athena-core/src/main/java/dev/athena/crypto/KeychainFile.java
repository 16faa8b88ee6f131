package dev.athena.crypto;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the document of a keychain lies. Safe for use by many threads, and by many processes on the
 * same document. Every method throws {@link KeysUnavailable} if it cannot do what it says.
 */
public interface KeychainFile {
  /** Returns something that is another one after every change, at little cost. */
  String stamp();

  /** Returns the document; empty if there is none yet. */
  Optional<byte[]> load();

  /**
   * Puts what {@code edit} makes of the document in its place, while nobody else can.
   *
   * <p>It is durable on return. A failure or a crash leaves the document as it was, or as {@code
   * edit} made it; never anything between. If {@code edit} throws or returns nothing, nothing is
   * written.
   */
  void change(UnaryOperator<Optional<byte[]>> edit);
}
