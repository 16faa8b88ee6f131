package dev.athena.bench.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The programs that lie beside these classes. */
final class Programs {
  private Programs() {}

  /** Returns a program with a line above it that sets what it needs. */
  static String with(String above, String name) throws IOException {
    try (InputStream in = Programs.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program " + name + " is missing");
      }
      return above + "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
