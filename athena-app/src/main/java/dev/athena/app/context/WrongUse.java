package dev.athena.app.context;

import dev.athena.error.InvalidArgument;
import java.util.function.Supplier;

/** The command line is wrong in itself, in a way that only the command can tell. */
public final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongUse(String problem) {
    super(problem);
  }

  private WrongUse(InvalidArgument refused) {
    super(refused.problem() + "; " + refused.hint(), refused);
  }

  /**
   * Returns what {@code reading} makes of the command line.
   *
   * @throws WrongUse if it refuses what was typed
   */
  public static <T> T ifRefused(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidArgument refused) {
      throw new WrongUse(refused);
    }
  }
}
