package dev.athena.embedding;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The model could not be loaded or run. Memories stay findable by full text. */
public final class EmbeddingFailure extends AthenaException {
  public EmbeddingFailure(String message, @Nullable Throwable cause) {
    super(
        ErrorCode.INTERNAL,
        message,
        "full text goes on working; run `athena doctor` to see what the model lacks",
        cause);
  }
}
