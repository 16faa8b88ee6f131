package dev.athena.operation;

import dev.athena.error.InvalidArgument;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.StoredViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of executions or violations ends.
 *
 * @param seen how many violations of that execution were listed
 */
record ViolationCursor(ExecutionId execution, int seen) {
  private static final int DIGITS_MAX = 6;

  /**
   * Returns the place that {@code cursor} names.
   *
   * @throws InvalidArgument if it was not given out
   */
  static ViolationCursor of(String cursor) {
    int slash = cursor.indexOf('/');
    String digits = slash < 0 ? "0" : cursor.substring(slash + 1);
    String id = slash < 0 ? cursor : cursor.substring(0, slash);
    if (!digits.matches("[0-9]{1," + DIGITS_MAX + "}")
        || !id.startsWith(ExecutionId.PREFIX + "_")
        || id.length() > ExecutionId.LENGTH_MAX) {
      throw new InvalidArgument(
          "cursor is not one that was given out", "leave it away to begin with the first page");
    }
    return new ViolationCursor(new ExecutionId(id), Integer.parseInt(digits));
  }

  /** Returns the end of a page that began at {@code from}. */
  static ViolationCursor after(List<StoredViolation> page, @Nullable ViolationCursor from) {
    ExecutionId last = page.getLast().execution();
    int seen = (int) page.stream().filter(one -> one.execution().equals(last)).count();
    int before = from != null && from.execution().equals(last) ? from.seen() : 0;
    return new ViolationCursor(last, before + seen);
  }

  @Override
  public String toString() {
    return execution.value() + "/" + seen;
  }
}
