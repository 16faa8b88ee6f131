package dev.athena.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.detection.SensitiveType;
import dev.athena.error.InvalidArgument;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in the places of their pseudonyms, written as the place wants it. */
class PassageTest {
  private static final Pseudonym ONE = Pseudonym.of(SensitiveType.API_KEY, 1, 123_456_789);
  private static final String WORD = "API_KEY_" + ONE.symbols();
  private static final Map<Pseudonym, Sensitive> VALUES =
      Map.of(ONE, new Sensitive(SensitiveType.API_KEY, "a \"ü\"/&\n"));

  @ParameterizedTest
  @ValueSource(
      strings = {"[%s]", "%%5B%s%%5D", "%%5b%s%%5d", "%%5b%s]", "%s", "[%s", "%%41%%50I%%5f%s"})
  void aPseudonymInAnAddressIsFoundHoweverItIsCoded(String written) {
    String target =
        "/p?q=" + written.formatted(written.contains("%%41") ? WORD.substring(4) : WORD);

    Opened opened = new Passage(target + "&r=%C3%BC", Spelling.PERCENT).open(VALUES);

    assertThat(opened.value()).isEqualTo("/p?q=a%20%22%C3%BC%22%2F%26%0A&r=%C3%BC");
    assertThat(opened).hasToString(target + "&r=%C3%BC");
    assertThat(opened.isPrivate()).isTrue();
  }

  @Test
  void whatIsCodedTwiceIsFilledInCodedTwice() {
    Opened opened = new Passage("/?next=%255B" + WORD + "%255D", Spelling.PERCENT).open(VALUES);

    assertThat(opened.value()).isEqualTo("/?next=a%2520%2522%25C3%25BC%2522%252F%2526%250A");
  }

  @Test
  void inJsonItIsEscaped() {
    assertThat(
            new Passage("{\"k\":\"\\n\\u005b" + WORD + "\\u005D\"}", Spelling.JSON)
                .open(VALUES)
                .value())
        .isEqualTo("{\"k\":\"\\na \\\"ü\\\"/&\\n\"}");
  }

  @Test
  void inMarkupItIsEscaped() {
    assertThat(new Passage("<k>" + ONE + "</k>", Spelling.MARKUP).open(VALUES).value())
        .isEqualTo("<k>a &quot;ü&quot;/&amp;\n</k>");
  }

  @Test
  void aHeaderTakesOneLineOfAscii() {
    Passage passage = new Passage("Bearer " + ONE, Spelling.LINE);

    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> passage.open(VALUES))
        .withMessage("what stands behind " + ONE + " cannot stand in a header");
    assertThat(passage.open(Map.of(ONE, new Sensitive(SensitiveType.API_KEY, "k-1"))).value())
        .isEqualTo("Bearer k-1");
  }

  @Test
  void whatIsNotKnownStays() {
    Opened opened = new Passage("a " + ONE + " \\u00 %5", Spelling.JSON).open(Map.of());

    assertThat(opened.value()).isEqualTo("a " + ONE + " \\u00 %5");
    assertThat(opened.isPrivate()).isFalse();
    assertThat(new Passage("100% %zz %5", Spelling.PERCENT).pseudonyms()).isEmpty();
  }
}
