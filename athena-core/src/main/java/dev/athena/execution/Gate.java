package dev.athena.execution;

/** What stands between the check of a program and its first line. */
@FunctionalInterface
public interface Gate {
  /** Is called while the program is being checked, which would else be waited for. */
  default void meanwhile() {}

  /**
   * Is shown what the check found.
   *
   * @throws CodeRejected if the program must not run
   */
  void letThrough(CodeReport report);
}
