package dev.athena.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.detection.Detector;
import dev.athena.detection.ScanBudget;
import dev.athena.detection.SensitiveType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long texts are looked through piece by piece. */
class PiecesTest {
  private static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
  private static final Detector DETECTOR = Detector.standard();

  @Test
  void whatBeginsInOnePieceAndEndsInTheNextIsFoundOnce() {
    String line = "word ".repeat(20);
    String before = line.repeat(Pieces.LENGTH / line.length()).substring(15);
    String text = before + " token " + KEY + " and " + line.repeat(100) + KEY;
    Pieces pieces =
        new Pieces(DETECTOR.within(ScanBudget.ofLength(Pieces.LENGTH + Pieces.OVERLAP)));

    Marked marked = pieces.mark(text);

    assertThat(before.length() + " token ".length()).isBetween(Pieces.LENGTH - 20, Pieces.LENGTH);
    assertThat(marked.parts())
        .extracting(part -> text.substring(part.start(), part.end()))
        .isEqualTo(List.of(KEY, KEY));
    assertThat(marked.isUnscanned()).isFalse();
  }

  @Test
  void aPieceThatCannotBeReadMakesTheWholeSensitive() {
    Pieces pieces = new Pieces(DETECTOR.within(ScanBudget.ofLength(Pieces.LENGTH)));
    String text = "word ".repeat(Pieces.LENGTH);

    Marked marked = pieces.mark(text);

    assertThat(marked.isUnscanned()).isTrue();
    assertThat(marked.parts())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.start()).isZero();
          assertThat(part.end()).isEqualTo(text.length());
        });
    assertThat(marked.found().map(Sensitive::type)).containsExactly(SensitiveType.UNSCANNED);
  }
}
