package dev.athena.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Tells one state of the rules that come with Athena from every other. */
public final class RulesVersion {
  /** Is counted up when a recognizer finds what it did not find before. */
  private static final byte RECOGNIZERS = 1;

  static final List<String> FILES =
      List.of(
          "clouds.json",
          "context.json",
          "forms.json",
          "generic.json",
          "names.json",
          "pairs.json",
          "services.json",
          "signs.json",
          "top-level-domains.txt",
          "values.json");

  private RulesVersion() {}

  /** Returns that of this Athena. */
  public static String current() {
    return Holder.CURRENT;
  }

  private static final class Holder {
    static final String CURRENT = read();
  }

  private static String read() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(RECOGNIZERS);
      for (String file : FILES) {
        try (InputStream in =
            Objects.requireNonNull(RulesVersion.class.getResourceAsStream(file), file)) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules cannot be read", e);
    }
  }
}
