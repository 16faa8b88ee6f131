package dev.athena.app.context;

import dev.athena.error.InvalidArgument;

/** The command line is wrong in itself, in a way that only the command can tell. */
public final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongUse(String problem) {
    super(problem);
  }

  /** Creates what says that an operation refused the arguments of the command line. */
  public WrongUse(InvalidArgument refused) {
    super(refused.problem() + "; " + refused.hint(), refused);
  }
}
