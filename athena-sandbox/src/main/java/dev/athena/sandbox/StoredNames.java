package dev.athena.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files as they are on this machine, where a Java without a locale knows ASCII only.
 *
 * <p>What is no plain character stands between two {@code %}, in Base64 of UTF-16, which is hardly
 * longer than UTF-8.
 */
final class StoredNames {
  /** The longest name that file systems take, in bytes. */
  static final int LENGTH_MAX = 255;

  private static final Pattern NOT_PLAIN = Pattern.compile("[^ -~]+|%+");
  private static final Pattern STORED = Pattern.compile("%([A-Za-z0-9_-]*)%");

  /** What is being written has such a name; only a crash leaves it. */
  private static final Pattern UNFINISHED = Pattern.compile("\\.athena\\d+\\.tmp");

  private StoredNames() {}

  static String of(String path) {
    return NOT_PLAIN.matcher(path).replaceAll(part -> "%" + base64(part.group()) + "%");
  }

  /** Returns the path that is stored as {@code stored}. */
  static String from(String stored) {
    return STORED
        .matcher(stored)
        .replaceAll(part -> {
          byte[] decoded = Base64.getUrlDecoder().decode(part.group(1));
          return Matcher.quoteReplacement(new String(decoded, StandardCharsets.UTF_16BE));
        });
  }

  /** Returns whether every name of a path is one that can be stored. */
  static boolean fit(String path) {
    for (String name : path.split("/", -1)) {
      if (of(name).length() > LENGTH_MAX || isUnfinished(name)) {
        return false;
      }
    }
    return true;
  }

  static boolean isUnfinished(String name) {
    return UNFINISHED.matcher(name).matches();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_16BE));
  }
}
