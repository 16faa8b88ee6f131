package dev.athena.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the numbers that states give to people, by how they are written.
 *
 * <p>A text is read as groups of letters and digits with single signs between them. From each group
 * on, the layout of what follows, such as {@code 999-99-9999}, is looked up among those that are
 * known.
 */
final class NationalIdRecognizer implements Recognizer {
  private static final int LENGTH_MAX = 24;
  private static final String SIGNS = " -./";

  private final Map<String, List<Written>> layouts = new HashMap<>();

  /** The fewest digits of a layout. */
  private final int digitsMin;

  /** One way to write a number. */
  private record Written(NationalId id, boolean alone) {}

  NationalIdRecognizer(Collection<NationalId> ids) {
    for (NationalId id : ids) {
      id.alone().forEach(layout -> put(layout, new Written(id, true)));
      id.named().forEach(layout -> put(layout, new Written(id, false)));
    }
    this.digitsMin =
        layouts.keySet().stream()
            .mapToInt(layout -> Edges.digits(layout, 0, layout.length()))
            .min()
            .orElse(0);
  }

  private void put(String layout, Written written) {
    layouts.computeIfAbsent(layout, _ -> new ArrayList<>()).add(written);
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
    if (Edges.digits(text, start, most) < digitsMin) {
      return;
    }
    StringBuilder layout = new StringBuilder();
    boolean digits = false;
    for (int end = start; end < most; end++) {
      char one = text.charAt(end);
      if (Edges.isDigit(one)) {
        layout.append('9');
        digits = true;
      } else if (one < 0x80 && Character.isLetter(one)) {
        layout.append('A');
      } else if (SIGNS.indexOf(one) >= 0 && end > start && isInside(text, end)) {
        layout.append(one);
      } else {
        return;
      }
      boolean group = end + 1 == text.length() || !Edges.isWord(text.charAt(end + 1));
      if (group && digits && Edges.isFreeAfter(text, end + 1)) {
        for (Written written : layouts.getOrDefault(layout.toString(), List.of())) {
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
