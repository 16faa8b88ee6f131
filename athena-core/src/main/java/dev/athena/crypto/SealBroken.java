package dev.athena.crypto;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Something sealed does not open: it is not what was written, or not with a key that is here. */
public final class SealBroken extends AthenaException {
  /**
   * Creates it for what stands at a place.
   *
   * @param cause why it does not open; null if it opened and is not what the place says
   */
  public SealBroken(Place place, @Nullable Throwable cause) {
    super(
        ErrorCode.INTERNAL,
        "what is stored in %s.%s was changed, or sealed with another key"
            .formatted(place.table(), place.column()),
        "`athena keys verify` tells which; a backup of the store or of the keys brings it back",
        cause);
  }
}
