package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;

/** A configuration with a name. */
public record Preset(
    String name,
    @Doc("What it is for, in one sentence.") String description,
    SandboxConfig config) {
  /** The longest name, in characters. */
  public static final int NAME_LENGTH_MAX = 50;

  /** The longest description, in characters. */
  public static final int DESCRIPTION_LENGTH_MAX = 300;

  public Preset {
    if (!name.matches("[a-z][a-z0-9_-]{0,49}")) {
      throw new InvalidArgument(
          "\"%s\" is no name of a preset"
              .formatted(name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX))),
          "send up to %d small letters, digits, _ and -, a letter first"
              .formatted(NAME_LENGTH_MAX));
    }
    if (description.length() > DESCRIPTION_LENGTH_MAX) {
      throw new InvalidArgument(
          "the description of the preset %s has %,d characters"
              .formatted(name, description.length()),
          "send up to " + DESCRIPTION_LENGTH_MAX);
    }
  }
}
