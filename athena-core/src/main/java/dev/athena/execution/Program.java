package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A program to be run.
 *
 * @param session names the working folder it shares with earlier programs, or null for none
 */
public record Program(Language language, String source, @Nullable String session) {
  /** The longest source, in bytes of UTF-8. */
  public static final int SOURCE_BYTES_MAX = 256 * 1024;

  /** The longest name of a session, in characters. */
  public static final int SESSION_LENGTH_MAX = 100;

  public Program {
    if (source.isBlank()) {
      throw new InvalidArgument("code is blank", "send at least one line of it");
    }
    int bytes = source.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > SOURCE_BYTES_MAX) {
      throw new InvalidArgument(
          "code has %,d bytes, the limit is %,d".formatted(bytes, SOURCE_BYTES_MAX),
          "put data into files of a session, or read it from the memory");
    }
    if (session != null && !isName(session)) {
      throw new InvalidArgument(
          "session is \"%s\"".formatted(session.substring(0, Math.min(session.length(), 120))),
          "send 1 to %d letters, digits, and . _ : - inside".formatted(SESSION_LENGTH_MAX));
    }
  }

  private static boolean isName(String session) {
    return session.length() <= SESSION_LENGTH_MAX
        && session.matches("[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9])?");
  }
}
