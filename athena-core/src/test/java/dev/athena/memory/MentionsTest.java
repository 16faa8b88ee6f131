package dev.athena.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonCodec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class MentionsTest {
  @Test
  void runsOfWhiteSpaceCountAsOneBlank() {
    for (String text :
        List.of(
            "Ask Ada Lovelace.",
            "Ask Ada  Lovelace.",
            "Ask Ada\nLovelace.",
            "Ask Ada \r\n\t Lovelace.",
            "Ask Ada\u00a0Lovelace.",
            "Ask Ada\u2003Lovelace.")) {
      assertThat(mentions("Ada Lovelace", text)).as(text).isTrue();
      assertThat(mentions(" ada \n lovelace ", text)).as(text).isTrue();
    }
    assertThat(mentions("Ada Lovelace", "AdaLovelace")).isFalse();
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertThat(mentions("Caf\u00e9", "The CAFE\u0301 is open.")).isTrue();
    assertThat(mentions("Cafe\u0301", "The caf\u00e9 is open.")).isTrue();
    assertThat(mentions("Cafe", "The cafe\u0301 is open.")).isFalse();
  }

  @Test
  void caseIsThatOfAllLanguages() {
    assertThat(mentions("STRASSE", "Hauptstraße 1")).isTrue();
    assertThat(mentions("Straße", "HAUPTSTRASSE 1")).isTrue();
    assertThat(mentions("straße", "HAUPTSTRAẞE 1")).isTrue();
    assertThat(mentions("istanbul", "İstanbul")).isTrue();
    assertThat(mentions("İSTANBUL", "i\u0307stanbul")).isTrue();
    assertThat(mentions("ISTANBUL", "ıstanbul")).isTrue();
    assertThat(mentions("ΟΔΟΣ", "η οδος")).isTrue();
    assertThat(mentions("οδος", "ΟΔΟΣΑ")).isTrue();
  }

  @Test
  void lettersThatOnlyLookOtherwiseAreTheSame() {
    assertThat(mentions("office", "The o\ufb03ce is open.")).isTrue();
    assertThat(mentions("ada", "\uff21\uff24\uff21")).isTrue();
    assertThat(mentions("Lovelace", "Ada Love\u00adlace")).isTrue();
    assertThat(mentions("\u200eAda", "Ask Ada.")).isTrue();
  }

  @Test
  void anyCharacterIsFoundInAllItsForms() {
    List<String> missed = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) {
        String one = Character.toString(c);
        Mentions wanted = new Mentions(one);
        Stream.of(
                one,
                one.toUpperCase(Locale.ROOT),
                one.toLowerCase(Locale.ROOT),
                one.toUpperCase(Locale.forLanguageTag("tr")),
                Character.toString(Character.toTitleCase(c)),
                Normalizer.normalize(one, Normalizer.Form.NFD),
                Normalizer.normalize(one, Normalizer.Form.NFKC))
            .filter(form -> !wanted.inText(form))
            .forEach(form -> missed.add(one + " as " + form));
      }
    }

    assertThat(missed).isEmpty();
  }

  @Test
  void wordsWithoutAnyCharacterAreMentionedNowhere() {
    for (String nothing : List.of("", "  ", "\u00a0\u00a0", "\u200b\u200b")) {
      assertThat(mentions(nothing, "An owl  and a fox.")).isFalse();
      assertThat(new Mentions(nothing).inFields(JsonCodec.readObject("{\"x\": \"y  z\"}")))
          .isFalse();
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void marksWithoutEndTakeNoLongerThanOtherText() {
    String hostile = "a" + "\u0301".repeat(50_000) + "\u0323".repeat(50_000) + " and Ada";

    for (int i = 0; i < 5; i++) {
      assertThat(mentions("Ada", hostile)).isTrue();
      assertThat(Identity.of(MemoryKind.EPISODIC, hostile).sha256()).isNotEmpty();
    }
  }

  private static boolean mentions(String words, String text) {
    return new Mentions(words).inText(text);
  }
}
