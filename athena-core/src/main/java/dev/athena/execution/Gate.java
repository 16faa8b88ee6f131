package dev.athena.execution;

/** What stands between the check of a program and its first line. */
@FunctionalInterface
public interface Gate {
  /** Is called while the program is being checked, which would else be waited for. */
  default void meanwhile() {}

  /** Returns whether the program may run whatever the check finds; then nobody waits for that. */
  default boolean isOpen() {
    return false;
  }

  /**
   * Is shown what the check found.
   *
   * @throws CodeRejected if the program must not run
   */
  void letThrough(CodeReport report);
}
