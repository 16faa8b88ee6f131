package dev.athena.app.context;

/** The command line is wrong in itself, in a way that only the command can tell. */
public final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongUse(String problem) {
    super(problem);
  }
}
