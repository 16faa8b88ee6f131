package dev.athena.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.server.testing.HandClock;
import dev.athena.server.testing.Messages;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StateSealTest {
  private static final JsonObject STATE = Messages.json("{'step': 2}");
  private static final Json BINDING = Messages.json("{'a': 1, 'b': 2}");

  private final HandClock clock = new HandClock();
  private final StateSeal seal = new StateSeal(new SplittableRandom(1), clock);

  @Test
  void whatWasSealedComesBackWhateverTheOrderOfTheMembers() {
    String sealed = seal.seal(STATE, BINDING);

    assertThat(seal.open(sealed, Messages.json("{'b': 2, 'a': 1}"))).isEqualTo(STATE);
  }

  @Test
  void everyAlteredCharacterBreaksTheSeal() {
    String sealed = seal.seal(STATE, BINDING);

    for (int i = 0; i < sealed.length(); i++) {
      char other = sealed.charAt(i) == 'A' ? 'Z' : 'A';
      String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
      // The last character of a part has bits that carry nothing.
      if (i + 1 < sealed.length() && sealed.charAt(i + 1) != '.') {
        assertRefused(altered, BINDING);
      }
    }
    assertRefused(sealed + "-TAMPERED", BINDING);
    assertRefused("", BINDING);
    assertRefused(".", BINDING);
  }

  @Test
  void aSealHoldsForNothingElse() {
    assertRefused(seal.seal(STATE, BINDING), Messages.json("{'a': 1, 'b': 3}"));
    assertRefused(
        seal.seal(STATE, BINDING), new StateSeal(new SplittableRandom(2), clock), BINDING);
  }

  @Test
  void aSealHoldsUntilItIsTooOld() {
    String sealed = seal.seal(STATE, BINDING);

    clock.advance(Duration.ofMillis(StateSeal.AGE_MILLIS_MAX - 1));
    assertThat(seal.open(sealed, BINDING)).isEqualTo(STATE);

    clock.advance(Duration.ofMillis(1));
    assertRefused(sealed, BINDING);
  }

  @Test
  void stateIsTakenBackUpToItsLongest() {
    int overhead = seal.seal(text(0), BINDING).length();
    int fits = (StateSeal.SEALED_LENGTH_MAX - overhead) / 4 * 3;
    String longest = seal.seal(text(fits), BINDING);

    assertThat(longest.length())
        .isBetween(StateSeal.SEALED_LENGTH_MAX - 4, StateSeal.SEALED_LENGTH_MAX);
    assertThat(seal.open(longest, BINDING)).isEqualTo(text(fits));
    assertRefused(seal.seal(text(fits + 6), BINDING), BINDING);
  }

  private static JsonObject text(int length) {
    return JsonObject.builder().put("text", "x".repeat(length)).build();
  }

  private void assertRefused(String sealed, Json binding) {
    assertRefused(sealed, seal, binding);
  }

  private static void assertRefused(String sealed, StateSeal by, Json binding) {
    assertThatThrownBy(() -> by.open(sealed, binding))
        .isInstanceOfSatisfying(
            ProtocolError.class,
            error -> assertThat(error.code()).isEqualTo(ProtocolError.INVALID_PARAMS));
  }
}
