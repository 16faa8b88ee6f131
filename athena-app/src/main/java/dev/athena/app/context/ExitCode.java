package dev.athena.app.context;

/** What the process ends with. */
public final class ExitCode {
  /** The command did what it says. */
  public static final int DONE = 0;

  /** The command failed; standard error says why. */
  public static final int FAILED = 1;

  /** The command line itself is wrong. */
  public static final int WRONG_USE = 2;

  private ExitCode() {}
}
