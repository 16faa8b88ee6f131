package dev.athena.json;

import java.util.Locale;

/** Names on the wire, which are snake_case where Java has camelCase. */
public final class WireName {
  private WireName() {}

  /** Returns the wire name of a Java name. */
  public static String of(String javaName) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < javaName.length(); i++) {
      char letter = javaName.charAt(i);
      if (Character.isUpperCase(letter)) {
        name.append('_');
      }
      name.append(Character.toLowerCase(letter));
    }
    return name.toString();
  }

  /** Returns the wire name of an enum constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
