package dev.athena.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void aTerminalHasColourUnlessItIsNotWanted() {
    assertThat(traits("out,err,100", Map.of()))
        .isEqualTo(new TerminalTraits(false, true, true, true, 100));
    assertThat(traits("out,err,100", Map.of("NO_COLOR", "1")).colour()).isFalse();
    assertThat(traits("out,err,100", Map.of("NO_COLOR", "")).colour()).isTrue();
    assertThat(traits("out,err,100", Map.of("TERM", "dumb")).colour()).isFalse();
    assertThat(traits(",err,", Map.of()))
        .isEqualTo(new TerminalTraits(false, false, true, true, 80));
    assertThat(traits("", Map.of()).outIsTerminal()).isFalse();
  }

  @Test
  void aWidthIsTakenBetweenItsLimits() {
    assertThat(traits("" + TerminalTraits.WIDTH_MAX, Map.of()).width()).isEqualTo(160);
    assertThat(traits("" + (TerminalTraits.WIDTH_MAX + 1), Map.of()).width()).isEqualTo(160);
    assertThat(traits("" + TerminalTraits.WIDTH_MIN, Map.of()).width()).isEqualTo(40);
    assertThat(traits("" + (TerminalTraits.WIDTH_MIN - 1), Map.of()).width()).isEqualTo(40);
  }

  @Test
  void aPipeGetsNoColour() {
    assertThat(terminal(TerminalTraits.PIPES).styled(Style.GOOD, "ok")).isEqualTo("ok");
    assertThat(terminal(traits("out", Map.of())).styled(Style.GOOD, "ok"))
        .isEqualTo("\u001b[32mok\u001b[0m");
  }

  @Test
  void failuresGoToStandardError() {
    terminal(TerminalTraits.PIPES).failure("no disk", "buy one");

    assertThat(lines(err)).containsExactly("error: no disk", "hint: buy one");
    assertThat(lines(out)).isEmpty();
  }

  @Test
  void aTableAlignsItsColumnsAndCutsTheLast() {
    Table table = Table.of("name", "what").row("a", "one\ntwo").row("long name", "x".repeat(50));

    terminal(traits("40", Map.of())).table(table);

    assertThat(lines(out))
        .containsExactly(
            "name       what", "a          one two", "long name  " + "x".repeat(28) + "…");
    assertThatThrownBy(() -> table.row("one cell")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCardWrapsWhatIsLong() {
    Card card = Card.of("Fact").with("id", "mem_1").with("content", "word ".repeat(9));

    terminal(traits("40", Map.of())).card(card);

    assertThat(lines(out))
        .containsExactly(
            "Fact",
            "  id       mem_1",
            "  content  word word word word word word",
            "           word word word");
  }

  @Test
  void progressIsABarOnATerminal() {
    try (ProgressBar bar = terminal(traits("err", Map.of())).progress("import", 4, nanos::get)) {
      bar.advance(1);
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
      bar.advance(1);
    }

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("\rimport " + "█".repeat(12) + "░".repeat(12) + " 2 of 4, 50 % (2 s, 1 a second)")
        .doesNotContain("1 of 4");
    assertThat(lines(out)).isEmpty();
  }

  @Test
  void progressIsPlainLinesElsewhere() {
    try (ProgressBar bar = terminal(TerminalTraits.PIPES).progress("import", 2000, nanos::get)) {
      bar.advance(500);
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));
      bar.advance(500);
    }

    assertThat(lines(err))
        .containsExactly(
            "import 0 of 2,000, 0 % (0 s)", "import 1,000 of 2,000, 50 % (6 s, 166 a second)");
  }

  @Test
  void progressWithoutATotalCounts() {
    terminal(TerminalTraits.PIPES).progress("scan", 0, nanos::get).close();

    assertThat(lines(err)).containsExactly("scan 0 (0 s)");
  }

  private Terminal terminal(TerminalTraits traits) {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        traits);
  }

  private static TerminalTraits traits(String launched, Map<String, String> environment) {
    return TerminalTraits.of(launched, environment);
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
