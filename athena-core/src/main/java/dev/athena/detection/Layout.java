package dev.athena.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of layouts in which numbers are written, in a tree of all of them: 9 is a digit, A
 * a letter of ASCII, and a sign stands for itself.
 *
 * @param <T> what is written so
 */
final class Layout<T> {
  private static final String SYMBOLS = "9A -./";
  private static final int DIGIT = 0;
  private static final int LETTER = 1;

  private final List<@Nullable Layout<T>> longer = new ArrayList<>();
  private final List<T> written = new ArrayList<>();

  Layout() {
    SYMBOLS.chars().forEach(_ -> longer.add(null));
  }

  /** Adds what is written in a layout that continues this one. */
  void add(String rest, T what) {
    Layout<T> at = this;
    for (int i = 0; i < rest.length(); i++) {
      int symbol = SYMBOLS.indexOf(rest.charAt(i));
      Layout<T> next = at.longer.get(symbol);
      if (next == null) {
        next = new Layout<>();
        at.longer.set(symbol, next);
      }
      at = next;
    }
    at.written.add(what);
  }

  /** Returns this with one more character; null if no layout continues so. */
  @Nullable Layout<T> with(char one) {
    int symbol = symbol(one);
    return symbol < 0 ? null : longer.get(symbol);
  }

  private static int symbol(char one) {
    if (Edges.isDigit(one)) {
      return DIGIT;
    }
    return Edges.isLetter(one) ? LETTER : SYMBOLS.indexOf(one, LETTER + 1);
  }

  /** Returns what is written just so. */
  List<T> written() {
    return written;
  }
}
