package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {
  private static final CanonicalForm FORM = new CanonicalForm("US");

  @ParameterizedTest
  @CsvSource({
    "EMAIL, Bob%40Example.COM, bob@example.com",
    "EMAIL, ｂob@example.com, bob@example.com",
    "PHONE, (212) 555-0143, +12125550143",
    "PHONE, +1 212.555.0143, +12125550143",
    "PHONE, 212-555-0143 x7, +12125550143;ext=7",
    "PHONE, +49 (0)30 901820, +4930901820",
    "CARD, 4111-1111 11111111, 4111111111111111",
    "IBAN, de89 3704 0044 0532 0130 00, DE89370400440532013000",
    "IP_ADDRESS, 2001:DB8:0::1, 2001:db8::1",
    "IP_ADDRESS, 10.0.0.1, 10.0.0.1",
    "MAC_ADDRESS, A4-83-e7-00-11-22, a483e7001122",
    "NATIONAL_ID, 536-90-4399, 536904399",
    "TAX_ID, 390.533.447-05, 39053344705",
    "CRYPTO_ADDRESS, 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed,"
        + " 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    "CRYPTO_ADDRESS, 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    "NAME, ' ADA   Lovelace', ada lovelace",
    "PASSWORD, 'As It  Is', 'As It  Is'"
  })
  void spellingsOfOneValueAreOne(SensitiveType type, String written, String form) {
    assertThat(FORM.of(type, written)).isEqualTo(form);
  }

  @Test
  void aTelephoneNumberIsOfTheRegionThatIsSet() {
    CanonicalForm german = new CanonicalForm("DE");

    assertThat(german.of(SensitiveType.PHONE, "030 901820")).isEqualTo("+4930901820");
  }
}
