package dev.athena.app.config;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;

/**
 * One thing that can be set.
 *
 * @param name how it is called, such as {@code http.port}
 * @param kind what it can be
 * @param unset what holds while it is not set
 * @param purpose what it is for, in one sentence
 * @param secret whether a list of settings must not show it
 */
public record Setting(String name, SettingKind kind, String unset, String purpose, boolean secret) {
  /**
   * Returns the value that {@code typed} stands for.
   *
   * @throws InvalidArgument if this setting cannot be that
   */
  public Json read(String typed) {
    return kind.read(typed)
        .orElseThrow(() ->
            new InvalidArgument(
                "`" + name + "` cannot be " + shown(typed), "send " + kind.range()));
  }

  /** Returns {@code value} as a message may show it. */
  String shown(String value) {
    return secret ? "what was sent" : value;
  }
}
