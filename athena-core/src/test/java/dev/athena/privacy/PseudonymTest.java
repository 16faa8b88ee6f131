package dev.athena.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.crypto.SecretKey;
import dev.athena.detection.SensitiveType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymTest {
  private static final byte[] ROOT = new byte[32];
  private static final PseudonymKey KEY = new PseudonymKey(new SecretKey(3, ROOT), "local");
  private static final Pseudonym ONE = KEY.of(SensitiveType.API_KEY, "a secret", 0);

  @Test
  void sameValueHasTheSameAndAllElseAnother() {
    assertThat(KEY.of(SensitiveType.API_KEY, "a secret", 0)).isEqualTo(ONE);
    Set<String> others = new HashSet<>();
    others.add(ONE.symbols());
    others.add(KEY.of(SensitiveType.API_KEY, "another", 0).symbols());
    others.add(KEY.of(SensitiveType.API_KEY, "a secret", 1).symbols());
    others.add(KEY.of(SensitiveType.PASSWORD, "a secret", 0).symbols());
    others.add(
        new PseudonymKey(new SecretKey(3, ROOT), "other")
            .of(SensitiveType.API_KEY, "a secret", 0)
            .symbols());
    others.add(
        new PseudonymKey(new SecretKey(4, ROOT), "local")
            .of(SensitiveType.API_KEY, "a secret", 0)
            .symbols());
    byte[] otherRoot = ROOT.clone();
    otherRoot[31] = 1;
    others.add(
        new PseudonymKey(new SecretKey(3, otherRoot), "local")
            .of(SensitiveType.API_KEY, "a secret", 0)
            .symbols());

    assertThat(others).hasSize(7).doesNotContain("");
    assertThat(ONE.version()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "`%s`",
        "see %s.",
        "a%sb",
        "key=%s;",
        "{\"key\":\"%s\"}",
        "https://example.org/?k=%s&b=1",
      })
  void isFoundAsItStands(String context) {
    String text = context.formatted(ONE);

    assertThat(Pseudonym.in(text))
        .containsExactly(new Pseudonym.Place(ONE, text.indexOf('['), text.indexOf(']') + 1));
  }

  @Test
  void isFoundAsItIsCopied() {
    String written = ONE.toString();
    String bare = written.substring(1, written.length() - 1);
    List<String> copies =
        List.of(
            bare,
            written.toLowerCase(Locale.ROOT),
            written.toUpperCase(Locale.ROOT),
            "\\[" + bare + "\\]",
            "%5B" + bare + "%5D",
            written.replace('_', '-'),
            written.replace('0', 'O').replace('1', 'l'));

    assertThat(copies)
        .allSatisfy(copy -> {
          assertThat(Pseudonym.in(copy))
              .extracting(Pseudonym.Place::pseudonym)
              .containsExactly(ONE);
          Pseudonym.Place place = Pseudonym.in(copy).getFirst();
          assertThat(copy.substring(place.start(), place.end())).isEqualTo(copy);
        });
  }

  @Test
  void everyMistypedSymbolIsNoticed() {
    String symbols = ONE.symbols();
    for (int at = 0; at < symbols.length(); at++) {
      for (char other : "0123456789abcdefghjkmnpqrstvwxyz".toCharArray()) {
        if (other != symbols.charAt(at)) {
          String mistyped = symbols.substring(0, at) + other + symbols.substring(at + 1);
          assertThat(Pseudonym.in("[API_KEY_" + mistyped + "]")).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SensitiveType.class)
  void hasTheTypeThatItWasMadeWith(SensitiveType type) {
    assertThat(Pseudonym.in(KEY.of(type, "x", 0).toString()))
        .extracting(place -> place.pseudonym().type())
        .containsExactly(type);
  }

  @Test
  void asManyVersionsAsASymbolTellsAndNoMore() {
    assertThat(Pseudonym.of(SensitiveType.PASSWORD, 31, 1).version()).isEqualTo(31);
    assertThatThrownBy(() -> Pseudonym.of(SensitiveType.PASSWORD, 32, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsLongerOrShorterIsNone() {
    assertThat(Pseudonym.in("[API_KEY_" + ONE.symbols() + "0]")).isEmpty();
    assertThat(Pseudonym.in("[API_KEY_" + ONE.symbols().substring(1) + "]")).isEmpty();
    assertThat(Pseudonym.in("API_KEY_" + ONE.symbols() + "abc")).isEmpty();
  }
}
