package dev.athena.procedural;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;

/** A request to remember one procedure by its description. */
public record RememberProcedure(String name, String description, ProcedureMetadata metadata) {
  /** The longest name, in characters. */
  public static final int NAME_LENGTH_MAX = 200;

  /** The longest description, in characters. */
  public static final int DESCRIPTION_LENGTH_MAX = 20_000;

  public RememberProcedure {
    name = name.strip();
    if (name.isBlank() || Characters.count(name) > NAME_LENGTH_MAX) {
      throw new InvalidArgument(
          "name has %,d characters".formatted(Characters.count(name.strip())),
          "use 1 to %d characters, such as \"rotate_logs\"".formatted(NAME_LENGTH_MAX));
    }
    if (description.isBlank() || Characters.count(description) > DESCRIPTION_LENGTH_MAX) {
      throw new InvalidArgument(
          "description has %,d characters".formatted(Characters.count(description.strip())),
          "say in 1 to %,d characters what is done, and how".formatted(DESCRIPTION_LENGTH_MAX));
    }
  }
}
