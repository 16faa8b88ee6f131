package dev.athena.app.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version that was built. */
public final class Version {
  private Version() {}

  /** Returns the name, the version and the Java that runs it, on one line. */
  public static String line() {
    return "athena " + number() + " (Java " + Runtime.version() + ")";
  }

  /** Returns the version alone. */
  public static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/dev/athena/app/version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
