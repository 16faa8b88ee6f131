package dev.athena.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import org.junit.jupiter.api.Test;

class PassphraseTest {
  private static final String WORDS = "seven grey horses stand";

  @Test
  void theSamePassphraseWithTheSameParametersMakesTheSameKey() {
    RawMasterKey key = Passphrase.create(WORDS);

    assertThat(Passphrase.again(WORDS, key.parameters()).bytes()).isEqualTo(key.bytes());
    assertThat(Passphrase.again(WORDS + "s", key.parameters()).bytes()).isNotEqualTo(key.bytes());
    assertThat(Passphrase.create(WORDS).bytes()).isNotEqualTo(key.bytes());
  }

  @Test
  void theCostIsAtLeastWhatIsRecommended() {
    JsonObject parameters = Passphrase.create(WORDS).parameters();

    assertThat(parameters.whole("kibibytes").orElseThrow()).isGreaterThanOrEqualTo(19 * 1024);
    assertThat(parameters.whole("passes").orElseThrow()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void spellingsThatLookTheSameAreTheSame() {
    RawMasterKey key = Passphrase.create("caf\u00e9 au lait et miel");

    assertThat(Passphrase.again("cafe\u0301 au lait et miel", key.parameters()).bytes())
        .isEqualTo(key.bytes());
  }

  @Test
  void passphrasesAreTakenToTheirLimitsAndRefusedOnePast() {
    JsonObject parameters = Passphrase.create("x".repeat(Passphrase.LENGTH_MIN)).parameters();

    assertThat(Passphrase.again("x".repeat(Passphrase.LENGTH_MAX), parameters).bytes()).hasSize(32);
    for (int length : new int[] {0, Passphrase.LENGTH_MIN - 1, Passphrase.LENGTH_MAX + 1}) {
      assertThatThrownBy(
              () -> Passphrase.again("secret".repeat(200).substring(0, length), parameters))
          .isInstanceOf(InvalidArgument.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void parametersThatAreWeakerOrDearerThanAthenaUsesAreRefused() {
    JsonObject good = Passphrase.create(WORDS).parameters();

    for (JsonObject bad :
        new JsonObject[] {
          good.with("kibibytes", Json.of(19 * 1024 - 1)),
          good.with("kibibytes", Json.of(1024 * 1024 + 1)),
          good.with("passes", Json.of(1)),
          good.with("passes", Json.of(33)),
          good.with("lanes", Json.of(0)),
          good.with("lanes", Json.of(17)),
          good.with("salt", Json.of("")),
          good.with("salt", Json.of("?")),
          JsonObject.EMPTY
        }) {
      assertThatThrownBy(() -> Passphrase.again(WORDS, bad)).isInstanceOf(KeysUnavailable.class);
    }
    assertThat(Passphrase.again(WORDS, good.with("passes", Json.of(3))).bytes()).hasSize(32);
  }
}
