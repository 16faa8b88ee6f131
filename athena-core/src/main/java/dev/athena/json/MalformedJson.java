package dev.athena.json;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;

/** Text that is not JSON, or JSON past the limits of {@link JsonCodec}. */
public final class MalformedJson extends AthenaException {
  MalformedJson(String message, Throwable cause) {
    super(ErrorCode.INVALID_ARGUMENT, message, "send one JSON value, as RFC 8259 has it", cause);
  }
}
