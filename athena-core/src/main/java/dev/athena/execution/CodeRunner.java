package dev.athena.execution;

/**
 * Runs programs, each in a sandbox of its own that is used once.
 *
 * <p>Safe for use by many threads. It fails closed: where the walls cannot be built, nothing runs.
 */
public interface CodeRunner extends AutoCloseable {
  /**
   * Runs a program to its end, or to that of its limits, and returns what became of it. The thread
   * that waits for that must be none that is virtual.
   *
   * @throws SandboxUnavailable if no sandbox can be had
   * @throws CodeRejected if the gate refused
   */
  Outcome run(RunRequest request);

  /** Names this process, such that {@link #isAlive} knows it later from any other. */
  String owner();

  /** Returns whether the process that called itself {@code owner} is still there. */
  boolean isAlive(String owner);

  /** Ends every sandbox, running or waiting. */
  @Override
  void close();
}
