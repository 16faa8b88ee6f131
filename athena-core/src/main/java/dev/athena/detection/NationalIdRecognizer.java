package dev.athena.detection;

import java.util.Collection;
import java.util.Locale;

/**
 * Finds the numbers that states give to people, by how they are written.
 *
 * <p>A text is read as groups of letters and digits with single signs between them. From each group
 * on, the layout of what follows, such as {@code 999-99-9999}, is looked up among those that are
 * known.
 */
final class NationalIdRecognizer implements Recognizer {
  private static final int LENGTH_MAX = 24;

  private final Layout<Written> layouts = new Layout<>();

  /** The fewest digits of a layout. */
  private int digitsMin = LENGTH_MAX;

  /** One way to write a number. */
  private record Written(NationalId id, boolean alone) {}

  NationalIdRecognizer(Collection<NationalId> ids) {
    for (NationalId id : ids) {
      id.alone().forEach(layout -> put(layout, new Written(id, true)));
      id.named().forEach(layout -> put(layout, new Written(id, false)));
    }
  }

  private void put(String layout, Written written) {
    layouts.add(layout, written);
    digitsMin = Math.min(digitsMin, Edges.digits(layout, 0, layout.length()));
  }

  @Override
  public void find(Scan scan) {
    if (scan.digits() < digitsMin) {
      return;
    }
    String text = scan.text();
    int digit = nextDigit(text, 0);
    int i = 0;
    while (digit < text.length()) {
      i = Math.max(i, digit - LENGTH_MAX);
      boolean begins = Edges.isWord(text.charAt(i)) && Edges.isFreeBefore(text, i);
      if (begins) {
        from(scan, i);
      }
      i++;
      digit = digit < i ? nextDigit(text, i) : digit;
    }
  }

  private static int nextDigit(String text, int from) {
    int i = from;
    while (i < text.length() && !Edges.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void from(Scan scan, int start) {
    String text = scan.text();
    int most = Math.min(text.length(), start + LENGTH_MAX);
    Layout<Written> layout = layouts;
    for (int end = start; end < most; end++) {
      char one = text.charAt(end);
      Layout<Written> next = Edges.isWord(one) || isInside(text, end) ? layout.with(one) : null;
      if (next == null) {
        return;
      }
      layout = next;
      if (!layout.written().isEmpty() && Edges.isFreeAfter(text, end + 1)) {
        for (Written written : layout.written()) {
          consider(scan, written, start, end + 1);
        }
      }
    }
  }

  private static boolean isInside(String text, int sign) {
    return Edges.isWord(text.charAt(sign - 1))
        && sign + 1 < text.length()
        && Edges.isWord(text.charAt(sign + 1));
  }

  private static void consider(Scan scan, Written written, int start, int end) {
    NationalId id = written.id();
    StringBuilder compact = new StringBuilder();
    for (char one : scan.text().substring(start, end).toCharArray()) {
      if (Edges.isWord(one)) {
        compact.append(one);
      }
    }
    String capitals = compact.toString().toUpperCase(Locale.ROOT);
    boolean alone = written.alone() && capitals.contentEquals(compact);
    if (!id.check().test(capitals)) {
      return;
    }
    if (alone) {
      scan.add(id.rule(), id.type(), start, end);
    } else if (scan.isNear(id.topic(), start, end)) {
      scan.addLoose(id.rule(), id.type(), start, end);
    }
  }
}
