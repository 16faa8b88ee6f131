package dev.athena.server.mcp;

import java.util.Locale;
import java.util.Optional;

/** How much a log message matters, least first. */
public enum LogLevel {
  DEBUG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  CRITICAL,
  ALERT,
  EMERGENCY;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LogLevel> of(String wireName) {
    for (LogLevel level : values()) {
      if (level.wireName().equals(wireName)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
