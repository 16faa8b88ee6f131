package dev.athena.principal;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;

/** A partition of the memory; nothing of one is seen from another unless asked for. */
public record Namespace(String tenant, String project) {
  /** The tenant of a machine that serves one person or team. */
  public static final String LOCAL_TENANT = "local";

  /** The project of a call that names none. */
  public static final String DEFAULT_PROJECT = "default";

  /** The longest tenant or project, in characters. */
  public static final int NAME_LENGTH_MAX = 200;

  public Namespace {
    check("tenant", tenant);
    check("project", project);
  }

  /** Returns the partition of {@code project} on a machine without tenants. */
  public static Namespace ofProject(String project) {
    return new Namespace(LOCAL_TENANT, project);
  }

  private static void check(String what, String name) {
    if (name.isBlank() || Characters.count(name) > NAME_LENGTH_MAX) {
      throw new InvalidArgument(
          what + " has " + Characters.count(name.strip()) + " characters",
          "use 1 to " + NAME_LENGTH_MAX + " characters");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidArgument(
          what + " contains a control character", "use printable characters only");
    }
  }
}
