package dev.athena.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The last parts of the names of hosts: those that IANA lists, and those that networks use inside.
 */
final class TopLevelDomains {
  private static final String FILE = "top-level-domains.txt";
  private static final List<String> INSIDE =
      List.of("corp", "example", "home", "internal", "intranet", "invalid", "lan", "local", "test");

  private static final Set<String> ALL = all();

  private TopLevelDomains() {}

  private static Set<String> all() {
    try (InputStream in =
        Objects.requireNonNull(TopLevelDomains.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      Set<String> names = new HashSet<>(List.of(text.strip().split("\\s+", -1)));
      names.addAll(INSIDE);
      return Set.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  /** Returns whether hosts may be below {@code label}; those in other scripts are not listed. */
  static boolean has(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return ALL.contains(lower)
        || lower.startsWith("xn--")
        || (lower.length() > 1 && lower.chars().allMatch(TopLevelDomains::isForeignLetter));
  }

  private static boolean isForeignLetter(int one) {
    return one >= 0x80 && Character.isLetter(one);
  }
}
