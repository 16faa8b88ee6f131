package dev.athena.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version that was built. */
final class Version {
  private Version() {}

  /** Returns the name, the version and the Java that runs it, on one line. */
  static String line() {
    return "athena " + number() + " (Java " + Runtime.version() + ")";
  }

  /** Returns the version alone. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
