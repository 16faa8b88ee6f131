package dev.athena.memory;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;

/** A change that cannot be made because of what else is stored. */
public final class EditConflict extends AthenaException {
  private EditConflict(String message, String hint) {
    super(ErrorCode.CONFLICT, message, hint);
  }

  /** Returns the failure of changing a memory that somebody else has changed meanwhile. */
  public static EditConflict changedMeanwhile(MemoryId id) {
    return new EditConflict(
        id.value() + " was changed by somebody else at the same moment",
        "read it again with get_memory, then repeat the change");
  }

  /** Returns the failure of restoring a memory whose id is in use in another project. */
  public static EditConflict takenElsewhere(MemoryId id) {
    return new EditConflict(
        id.value() + " is in another project of this home",
        "an export goes into another home, or back into the project it came from");
  }

  /** Returns the failure of changing a memory into one that is there already. */
  public static EditConflict sameAs(MemoryId other) {
    return new EditConflict(
        "with this change it would be the same as " + other.value(),
        "forget one of the two, or change the other");
  }
}
