package dev.athena.badsample.app;

import java.time.Instant;

/** Takes the time from the system's clock. */
final class ReadsClock {
  private ReadsClock() {}

  static Instant read() {
    return Instant.now();
  }
}
