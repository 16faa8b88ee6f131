package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocLinesTest {
  @Test
  void aLineIsTakenToTheWidthAndBrokenOnePast() {
    String half = "x".repeat(43);

    assertThat(new DocLines().paragraph(half + " " + half + "x").lines())
        .containsExactly(half + " " + half + "x");
    assertThat(new DocLines().paragraph(half + " " + half + "xx").lines())
        .containsExactly(half, half + "xx");
  }

  @Test
  void aWordLongerThanALineStaysWhole() {
    assertThat(new DocLines().entry("a " + "x".repeat(200), 1).lines())
        .containsExactly("    a", "        " + "x".repeat(200));
  }

  @Test
  void paragraphsStandApartAndBlankOnesNowhere() {
    assertThat(new DocLines().paragraph("a").paragraph(" ").paragraph("b\n c").lines())
        .containsExactly("a", "", "b c");
  }
}
