package dev.athena.server.tools;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which tools are listed; whatever is listed, all are callable. */
public enum Profile {
  /** The few that an agent needs who writes code. */
  CODE,
  /** The tools of the plan. */
  STANDARD,
  /** Also the meta-tools of the older interface. */
  CLASSIC;

  /**
   * Returns the profile called {@code name}.
   *
   * @throws InvalidArgument if there is none
   */
  public static Profile of(String name) {
    return Arrays.stream(values())
        .filter(profile -> profile.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InvalidArgument("there is no profile " + name, Nearest.hint(name, names())));
  }

  /** Returns the name used outside. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names() {
    return Arrays.stream(values()).map(Profile::wireName).toList();
  }
}
