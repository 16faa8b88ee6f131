package dev.athena.app.memory;

import dev.athena.app.terminal.Paragraphs;
import dev.athena.app.terminal.Style;
import dev.athena.app.terminal.Terminal;
import java.util.List;
import java.util.Locale;

/** Shows what was found, one short card each. */
public final class HitCards {
  /** The most lines of content on a card. */
  static final int LINES_MAX = 6;

  private static final int BAR_WIDTH = 10;
  private static final String INDENT = "    ";

  private final Terminal terminal;

  HitCards(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(List<Hit> hits) {
    for (int i = 0; i < hits.size(); i++) {
      if (i > 0) {
        terminal.line("");
      }
      show(i + 1, hits.get(i));
    }
  }

  private void show(int number, Hit hit) {
    Double score = hit.score();
    String head = "%2d. ".formatted(number);
    String rest = Paragraphs.printable(String.join(" · ", hit.facts()));
    terminal.line(
        terminal.styled(Style.STRONG, head)
            + (score == null ? "" : terminal.styled(Style.GOOD, bar(score)) + " ")
            + terminal.styled(Style.STRONG, rest));
    List<String> lines = Paragraphs.wrap(hit.content(), terminal.width() - INDENT.length());
    int shown = lines.size() <= LINES_MAX + 1 ? lines.size() : LINES_MAX;
    lines.stream().limit(shown).forEach(line -> terminal.line(INDENT + line));
    int left = lines.size() - shown;
    String more = left > 0 ? "… %,d lines more: ".formatted(left) : "";
    terminal.line(INDENT + terminal.styled(Style.FAINT, more + hit.id()));
  }

  static String bar(double score) {
    int full = (int) Math.round(Math.clamp(score, 0, 1) * BAR_WIDTH);
    return "█".repeat(full)
        + "░".repeat(BAR_WIDTH - full)
        + String.format(Locale.ROOT, " %.2f", score);
  }
}
