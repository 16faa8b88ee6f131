package dev.athena.principal;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;

/** The one on whose behalf a call is made. */
public record Principal(String name) {
  /** The longest name, in characters. */
  public static final int NAME_LENGTH_MAX = 200;

  /** The person at this machine, for calls that come without any sign-in. */
  public static final Principal LOCAL = new Principal("local");

  public Principal {
    if (name.isBlank() || Characters.count(name) > NAME_LENGTH_MAX) {
      throw new InvalidArgument(
          "a principal's name has " + Characters.count(name) + " characters",
          "use 1 to " + NAME_LENGTH_MAX + " characters");
    }
  }
}
