package dev.athena.sandbox;

import dev.athena.execution.CapturedText;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the beginning and the end of a text that may be far too long, and says how much lay
 * between.
 *
 * <p>Safe for use by several threads.
 */
final class Capture {
  private static final int HEAD_SHARE = 3;
  private static final int SHARES = 4;

  private final StringBuilder head = new StringBuilder();
  private final StringBuilder tail = new StringBuilder();
  private final int headMax;
  private final int tailMax;
  private long bytes;
  private long characters;

  /** Creates a capture that keeps about {@code max} characters. */
  Capture(int max) {
    this.headMax = max / SHARES * HEAD_SHARE;
    this.tailMax = max - headMax;
  }

  synchronized void add(String text) {
    bytes += text.getBytes(StandardCharsets.UTF_8).length;
    characters += text.length();
    int fits = Math.min(text.length(), headMax - head.length());
    head.append(text, 0, fits);
    tail.append(text, fits, text.length());
    if (tail.length() > 2 * tailMax + 4_096) {
      tail.delete(0, tail.length() - tailMax);
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized CapturedText text() {
    if (characters <= headMax + tailMax) {
      return new CapturedText(head.toString() + tail, bytes, false);
    }
    String end = tail.substring(Math.max(0, tail.length() - tailMax));
    long missing = characters - head.length() - end.length();
    return new CapturedText(
        whole(head) + "\n… %,d characters are left out …\n".formatted(missing) + whole(end),
        bytes,
        true);
  }

  /** Leaves half characters at the ends away. */
  private static String whole(CharSequence text) {
    int from = !text.isEmpty() && Character.isLowSurrogate(text.charAt(0)) ? 1 : 0;
    int to = text.length();
    if (to > from && Character.isHighSurrogate(text.charAt(to - 1))) {
      to--;
    }
    return text.subSequence(from, to).toString();
  }
}
