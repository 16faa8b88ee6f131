package dev.athena.memory;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;

/** There is no memory with that id in the caller's project. */
public final class MemoryNotFound extends AthenaException {
  public MemoryNotFound(MemoryId id) {
    super(
        ErrorCode.NOT_FOUND,
        "there is no memory " + id.value() + " in this project",
        "recall it to get its present id; it may have been forgotten or belong to another project");
  }
}
