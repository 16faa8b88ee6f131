package dev.athena.detection;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A text was not scanned to its end, so that nobody knows what it holds.
 *
 * <p>Whoever catches it treats the whole text as sensitive, and may scan it later.
 */
public final class ScanIncomplete extends AthenaException {
  private ScanIncomplete(ErrorCode code, String message, String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }

  static ScanIncomplete tooLong(int characters, int charactersMax) {
    return new ScanIncomplete(
        ErrorCode.QUOTA_EXCEEDED,
        "text has %,d characters, of which %,d are scanned".formatted(characters, charactersMax),
        "send it in parts",
        null);
  }

  static ScanIncomplete tooSlow(long millis) {
    return new ScanIncomplete(
        ErrorCode.TIMEOUT,
        "text was not scanned within %,d ms".formatted(millis),
        "send it in parts, or again when the machine is less busy",
        null);
  }

  static ScanIncomplete failed(RuntimeException cause) {
    return new ScanIncomplete(
        ErrorCode.INTERNAL,
        "a recognizer of entities failed, so the text was not scanned to its end",
        "have the operator look at the recognizer in the log, or take it out of the settings",
        cause);
  }
}
