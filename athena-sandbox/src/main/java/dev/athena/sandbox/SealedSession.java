package dev.athena.sandbox;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Sealer;

/**
 * The session that sealed files belong to: they open nowhere else.
 *
 * @param session the names of the folders of its owner and of itself
 */
record SealedSession(Keyring keyring, String tenant, String session) {
  private static final String TABLE = "session_file";

  /** Returns what seals now. */
  Sealer sealer() {
    return keyring.sealer(tenant, Purpose.CONTENT);
  }

  /** Returns the place of what is told of a file at its beginning. */
  Place head(String fileName) {
    return new Place(tenant, TABLE, session + "/" + fileName, "head");
  }

  /** Returns the place of a piece; {@code content} names all that was written at one time. */
  Place piece(String content, long number) {
    return new Place(tenant, TABLE, session + "/" + content, "piece " + number);
  }
}
