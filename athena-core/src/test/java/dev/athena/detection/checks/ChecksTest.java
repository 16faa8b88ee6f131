package dev.athena.detection.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers that authorities publish as examples pass their checks, and with a digit changed fail.
 */
class ChecksTest {
  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("4012888888881881", named(CardNumber::isValid)),
        Arguments.of("378282246310005", named(CardNumber::isValid)),
        Arguments.of("DE89370400440532013000", named(Iban::isValid)),
        Arguments.of("GB29NWBK60161331926819", named(Iban::isValid)),
        Arguments.of("FR1420041010050500013M02606", named(Iban::isValid)),
        Arguments.of("MT84MALT011000012345MTLCAST001S", named(Iban::isValid)),
        Arguments.of("NO9386011117947", named(Iban::isValid)),
        Arguments.of("9434765919", named(EuropeanIds::britishHealth)),
        Arguments.of("86095742719", named(EuropeanIds::germanTax)),
        Arguments.of("15070649C103", named(EuropeanIds::germanPension)),
        Arguments.of("295109912611193", named(EuropeanIds::frenchInsurance)),
        Arguments.of("253072B07300470", named(EuropeanIds::frenchInsurance)),
        Arguments.of("3023217600053", named(EuropeanIds::frenchTax)),
        Arguments.of("54362315K", named(EuropeanIds::spanishCitizen)),
        Arguments.of("X2482300W", named(EuropeanIds::spanishForeigner)),
        Arguments.of("RCCMNL83S18D969H", named(EuropeanIds::italianCode)),
        Arguments.of("111222333", named(EuropeanIds::dutch)),
        Arguments.of("85073003328", named(EuropeanIds::belgian)),
        Arguments.of("44051401359", named(EuropeanIds::polish)),
        Arguments.of("8567346215", named(EuropeanIds::polishTax)),
        Arguments.of("8803200016", named(EuropeanIds::swedish)),
        Arguments.of("131052308T", named(EuropeanIds::finnish)),
        Arguments.of("15108695088", named(EuropeanIds::norwegian)),
        Arguments.of("7569217076985", named(EuropeanIds::swiss)),
        Arguments.of("1237010180", named(EuropeanIds::austrian)),
        Arguments.of("501964843", named(EuropeanIds::portuguese)),
        Arguments.of("6433435F", named(EuropeanIds::irish)),
        Arguments.of("6433435OA", named(EuropeanIds::irish)),
        Arguments.of("01013099997", named(EuropeanIds::greek)),
        Arguments.of("7103192745", named(EuropeanIds::czech)),
        Arguments.of("1630615123457", named(EuropeanIds::romanian)),
        Arguments.of("7523169263", named(EuropeanIds::bulgarian)),
        Arguments.of("17291716060", named(EuropeanIds::turkish)),
        Arguments.of("123456782", named(AmericanIds::canadian)),
        Arguments.of("39053344705", named(AmericanIds::brazilianPerson)),
        Arguments.of("16727230000197", named(AmericanIds::brazilianCompany)),
        Arguments.of("20055361682", named(AmericanIds::argentinian)),
        Arguments.of("125319092", named(AmericanIds::chilean)),
        Arguments.of("BOXW310820HNERXN09", named(AmericanIds::mexican)),
        Arguments.of("111000025", named(AmericanIds::routing)),
        Arguments.of("11010519491231002X", named(AsianIds::chinese)),
        Arguments.of("621498320257", named(AsianIds::japanese)),
        Arguments.of("S1234567D", named(AsianIds::singaporean)),
        Arguments.of("A123456789", named(AsianIds::taiwanese)),
        Arguments.of("1234545678781", named(AsianIds::thai)),
        Arguments.of("234123412346", named(AsianIds::aadhaar)),
        Arguments.of("039337423", named(AsianIds::israeli)),
        Arguments.of("7503305044089", named(AsianIds::southAfrican)),
        Arguments.of("123456782", named(AsianIds::australianTax)),
        Arguments.of("2123456701", named(AsianIds::australianHealth)),
        Arguments.of("83914571673", named(AsianIds::australianBusiness)),
        Arguments.of("136410132", named(AsianIds::newZealand)),
        Arguments.of("49091850", named(AsianIds::newZealand)));
  }

  private static Predicate<String> named(Predicate<String> check) {
    return check;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void publishedExamplesPassAndMistypedOnesDoNot(String number, Predicate<String> check) {
    assertThat(check.test(number)).isTrue();
    int passing = 0;
    int mistyped = 0;
    for (int i = 0; i < number.length(); i++) {
      for (char other = '0'; other <= '9'; other++) {
        char one = number.charAt(i);
        if (Character.isDigit(one) && other != one) {
          mistyped++;
          passing += check.test(number.substring(0, i) + other + number.substring(i + 1)) ? 1 : 0;
        }
      }
    }
    // some checks leave out a digit, or cannot tell two sums apart
    assertThat((double) passing / mistyped).isLessThan(0.21);
  }

  @Test
  void rangesWithoutCheckAreKept() {
    assertThat(AmericanIds.socialSecurity("536904399")).isTrue();
    assertThat(AmericanIds.socialSecurity("000904399")).isFalse();
    assertThat(AmericanIds.socialSecurity("666904399")).isFalse();
    assertThat(AmericanIds.socialSecurity("900904399")).isFalse();
    assertThat(AmericanIds.socialSecurity("536004399")).isFalse();
    assertThat(AmericanIds.socialSecurity("536900000")).isFalse();
    assertThat(AmericanIds.individualTaxpayer("900701234")).isTrue();
    assertThat(AmericanIds.individualTaxpayer("900931234")).isFalse();
    assertThat(EuropeanIds.britishInsurance("AB123456C")).isTrue();
    assertThat(EuropeanIds.britishInsurance("GB123456C")).isFalse();
    assertThat(EuropeanIds.britishInsurance("AB123456E")).isFalse();
    assertThat(EuropeanIds.danish("2110625629")).isTrue();
    assertThat(EuropeanIds.danish("2113625629")).isFalse();
    assertThat(AsianIds.indianTaxpayer("ACUPA7085R")).isTrue();
    assertThat(AsianIds.indianTaxpayer("ACUQA7085R")).isFalse();
    assertThat(AsianIds.isKoreanDate("9710131019902")).isTrue();
    assertThat(AsianIds.isKoreanDate("9713131019902")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L",
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
      })
  void addressesOfCryptocurrenciesPassAndMistypedOnesDoNot(String address) {
    assertThat(CryptoAddress.isValid(address)).isTrue();
    for (int i = 4; i < address.length(); i++) {
      char other = address.charAt(i) == '5' ? '6' : '5';
      String mistyped = address.substring(0, i) + other + address.substring(i + 1);
      assertThat(CryptoAddress.isValid(mistyped)).as(mistyped).isFalse();
    }
  }

  @Test
  void keccakIsTheOneBeforeSha3() {
    assertThat(HexFormat.of().formatHex(Keccak256.of(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(Keccak256.of(new byte[135])).isNotEqualTo(Keccak256.of(new byte[136]));
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.254, 192.168.1.254",
    "2001:0DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "fe80::, fe80::",
    "::ffff:10.0.0.1, ::ffff:a00:1",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3"
  })
  void addressesOfTheInternetHaveOneForm(String written, String form) {
    assertThat(IpAddress.parse(written).orElseThrow().canonical()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "256.1.1.1",
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.4",
        "1.2.3.",
        "12:34:56",
        "1::2::3",
        "1:2:3:4:5:6:7:8:9",
        "12345::1",
        "g::1",
        "1:2:3:4:5:6:7::8",
        "::1.2.3.256"
      })
  void whatIsNoAddressIsNotRead(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @Test
  void aNetworkHasNoughtsAfterItsPrefix() {
    IpAddress address = IpAddress.parse("10.32.0.0").orElseThrow();

    assertThat(address.isNetwork(11)).isTrue();
    assertThat(address.isNetwork(10)).isFalse();
    assertThat(address.isNetwork(32)).isFalse();
    assertThat(IpAddress.parse("2001:db8::").orElseThrow().isNetwork(32)).isTrue();
  }
}
