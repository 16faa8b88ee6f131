package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorPipelineTest {
  private static final DetectorOptions OPTIONS = DetectorOptions.standard();
  private static final Detector DETECTOR = Detector.of(OPTIONS);
  private static final Random RANDOM = new Random(3);

  private static List<String> found(Detector detector, String text) {
    return detector.find(text).stream()
        .map(finding -> finding.type() + " " + text.substring(finding.start(), finding.end()))
        .toList();
  }

  private static String token() {
    return new Template("ghp_{36:A-Za-z0-9}").filled(RANDOM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noreply@x, a@b, @Override, user@localhost and foo@bar.baz",
        "git@github.com:org/repo.git and ssh://deploy@host.example.com/x",
        "postgres://app:pw@db.example.com/x",
        "scp file root@host.example.com:/var/www/",
        "npm i lodash@4.17.21 @types/node@18.0.0 react@next",
        "addr ::1, 127.0.0.1, 0.0.0.0 and 255.255.255.0, not ff02::1",
        "see section 10.4.2.11, version 10.0.1.200 and OID 2.5.29.15",
        "Mozilla/5.0 Chrome/139.0.72.58 Safari/537.36",
        "allow 10.0.0.0/8 and fc00::/7",
        "0123-4567-89ab and 1732586570123",
        "ISBN 978-3-16-148410-0, order 202-555-0143",
        "on 2026-11-26 10:20:30, and 26.11.2026",
        "0x52908400098527886E0F7030069857D2E4169EE8",
        "take 123456789 rows of 987654321",
        "a passport lets 12 people through",
        "call the function with 200871617",
        "the barcode 4844465173703",
        "card 2, zip 1099CB 73600800",
        "Mobile Safari/6534.43.1"
      })
  void leavesAloneWhatOnlyLooksLikeIt(String text) {
    assertThat(found(DETECTOR, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail bob%40example.com now | EMAIL bob%40example.com",
        "{\"a\":\"x\\nbob@example.com\"} | EMAIL bob@example.com",
        "\\u003cbob@example.com\\u003e | EMAIL bob@example.com",
        "bob@example.com:8080 | EMAIL bob@example.com",
        "Write to bob@example.com. | EMAIL bob@example.com",
        "https://x.org/?to=bob@example.com&a=1 | EMAIL bob@example.com",
        "tel:+49-30-901820 | PHONE +49-30-901820",
        "(212) 555-0143 ext. 12 | PHONE (212) 555-0143 ext. 12",
        "Ruf mich an: 030 901820 | PHONE 030 901820",
        "phoneNumber = 2125550143 | PHONE 2125550143",
        "please call 5550143 | PHONE 5550143",
        "call me in the evening at 30901820 | PHONE 30901820",
        "http://10.1.2.3:8080/ | IP_ADDRESS 10.1.2.3",
        "[2001:db8::7]:443 | IP_ADDRESS 2001:db8::7",
        "ssn: 536904399 | NATIONAL_ID 536904399",
        "CardNumber=6011000990139424 | CARD 6011000990139424",
        "wallet 0x52908400098527886e0f7030069857d2e4169ee8 |"
            + " CRYPTO_ADDRESS 0x52908400098527886e0f7030069857d2e4169ee8",
        "Reisepass C01X00T47 | ",
        "passport no. C01234567 | PASSPORT C01234567",
        "driver's license D1234567 | DRIVER_LICENSE D1234567"
      })
  void findsWhatItIsAndNoMore(String text, String expected) {
    List<String> all = expected == null ? List.of() : List.of(expected);

    assertThat(found(DETECTOR, text)).isEqualTo(all);
  }

  @Test
  void aWordCountsOnlyWhole() {
    assertThat(found(DETECTOR, "the sin 123456782")).hasSize(1);
    assertThat(found(DETECTOR, "the since 123456782")).isEmpty();
  }

  @Test
  void whatIsKnownIsNeitherFoundAgainNorInPart() {
    String text = "mail bob@example.com or eve@example.com";
    int start = text.indexOf("bob");

    assertThat(DETECTOR.find(text, List.of(new Span(start, start + 15))))
        .extracting(Finding::start)
        .containsExactly(text.indexOf("eve"));
    assertThat(DETECTOR.find(text, List.of(new Span(start + 5, start + 6))))
        .extracting(Finding::start)
        .containsExactly(text.indexOf("eve"));
  }

  @Test
  void ofTwoThatOverlapTheStrongerStays() {
    String token = token();
    Detector detector = DETECTOR.with(KnownNames.of(List.of("Bob", "Bob Miller", "Miller & Sons")));

    assertThat(found(detector, "bob@example.com")).containsExactly("EMAIL bob@example.com");
    assertThat(found(detector, token + "@example.com")).containsExactly("ACCESS_TOKEN " + token);
    assertThat(found(detector, "x Bob Miller y")).containsExactly("NAME Bob Miller");
    assertThat(found(detector, "x Bob Miller & Sons y")).containsExactly("NAME Bob Miller & Sons");
  }

  @Test
  void whatWasDeclaredIsHiddenWhole() {
    CustomPattern pattern =
        CustomPattern.of(
            "file",
            List.of("file"),
            "file [0-9 ]+/[a-z]+",
            new CustomPattern.Examples(List.of("file 1/a"), List.of()));
    Detector detector = Detector.of(OPTIONS.with(pattern));

    assertThat(found(detector, "see file 4111111111111111/abc here"))
        .containsExactly("CARD file 4111111111111111/abc");
  }

  @Test
  void typesAndCountriesAreSwitchedOff() {
    String text = "bob@example.com, 10.1.2.3, S1234567D";

    assertThat(found(DETECTOR, text)).hasSize(3);
    assertThat(found(Detector.of(OPTIONS.without(SensitiveType.EMAIL)), text)).hasSize(2);
    assertThat(found(Detector.of(OPTIONS.withCountries(Set.of("US"))), text)).hasSize(2);
  }

  @Test
  void nationalNumbersAreOfTheRegionsThatAreSet() {
    String text = "oder 03 83 12 34 56";

    assertThat(found(DETECTOR, text)).containsExactly("PHONE 03 83 12 34 56");
    assertThat(found(Detector.of(OPTIONS.withRegions(List.of("US"))), text)).isEmpty();
  }

  @Test
  void whatIsAllowedIsLeftAloneInAllItsSpellings() {
    Detector detector =
        Detector.of(OPTIONS.withAllowed(Set.of("help@example.com", "+1 212-555-0143")));

    assertThat(found(detector, "Help@Example.com, (212) 555-0143, me@example.com"))
        .containsExactly("EMAIL me@example.com");
  }

  @Test
  void asksRecognizersOfEntities() {
    EntityRecognizer capitals =
        text ->
            text.startsWith("Dr. Who")
                ? List.of(new Finding("doctor", SensitiveType.NAME, 0, 7))
                : List.of();
    Detector detector = Detector.of(OPTIONS.with(capitals));

    assertThat(found(detector, "Dr. Who came")).containsExactly("NAME Dr. Who");
    assertThat(found(detector, "Who came")).isEmpty();
  }

  @Test
  void aRecognizerThatFailsOrLiesMakesTheScanFail() {
    EntityRecognizer failing =
        _ -> {
          throw new IllegalStateException("no model");
        };
    EntityRecognizer lying = _ -> List.of(new Finding("x", SensitiveType.NAME, 0, 99));

    for (EntityRecognizer recognizer : List.of(failing, lying)) {
      Detector detector = Detector.of(OPTIONS.with(recognizer));
      assertThatThrownBy(() -> detector.find("text"))
          .isInstanceOf(ScanIncomplete.class)
          .hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aTextIsScannedUpToTheLimitAndRefusedOnePast() {
    Detector detector = Detector.of(OPTIONS.within(ScanBudget.ofLength(20)));

    assertThat(found(detector, "12345bob@example.com")).hasSize(1);
    assertThatThrownBy(() -> detector.find("123456bob@example.com"))
        .isInstanceOf(ScanIncomplete.class)
        .hasMessageContaining("21 characters");
    assertThatThrownBy(() -> ScanBudget.ofLength(0)).isInstanceOf(InvalidArgument.class);
    assertThat(ScanBudget.ofLength(ScanBudget.CHARACTERS_MAX).charactersMax()).isPositive();
    assertThatThrownBy(() -> ScanBudget.ofLength(ScanBudget.CHARACTERS_MAX + 1))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void whenTheTimeIsUpTheScanFails() {
    AtomicInteger asked = new AtomicInteger();
    ScanBudget slow =
        new ScanBudget(
            1000, Duration.ofSeconds(3), () -> Instant.ofEpochSecond(asked.getAndIncrement()));
    Detector detector = Detector.of(OPTIONS.within(slow));

    assertThatThrownBy(() -> detector.find("bob@example.com"))
        .isInstanceOf(ScanIncomplete.class)
        .hasMessageContaining("3,000 ms");
    assertThat(asked.get()).isEqualTo(5);
    assertThatThrownBy(() -> new ScanBudget(1, Duration.ZERO, () -> Instant.EPOCH))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void aLongTextIsScannedInWindowsThatMissNothing() {
    int edge = CredentialRecognizer.WINDOW;
    int[] places = {0, edge - 50, edge - 20, edge, 2 * edge - CredentialRecognizer.OVERLAP - 5};
    for (int place : places) {
      String token = token();
      String text = "x ".repeat(place / 2) + token + " x".repeat(edge);
      assertThat(found(DETECTOR, text)).as("at %d", place).containsExactly("ACCESS_TOKEN " + token);
      String unbroken = "/".repeat(place) + token + "/".repeat(edge);
      assertThat(found(DETECTOR, unbroken)).hasSize(1);
    }
  }

  @Test
  void findsAnyNumberAndInOrderWithoutOverlap() {
    String text =
        String.join(
            ", ", IntStream.range(0, 3000).mapToObj(i -> "u" + i + "@example.com").toList());

    List<Finding> all = DETECTOR.find(text);

    assertThat(all).hasSize(3000);
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).start()).isGreaterThanOrEqualTo(all.get(i - 1).end());
    }
  }

  @Test
  void optionsHaveLimitsAndNameWhatIsWrong() {
    assertThatThrownBy(() -> OPTIONS.withRegions(List.of())).isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> OPTIONS.withRegions(List.of("XX")))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("XX");
    assertThatThrownBy(() -> OPTIONS.withCountries(Set.of("xx")))
        .isInstanceOf(InvalidArgument.class);
    List<String> regions = PhoneRecognizer.knownRegions();
    int most = DetectorOptions.REGIONS_MAX;
    assertThat(OPTIONS.withRegions(regions.subList(0, most)).regions()).hasSize(most);
    assertThatThrownBy(() -> OPTIONS.withRegions(regions.subList(0, most + 1)))
        .isInstanceOf(InvalidArgument.class);
    assertThat(OPTIONS.withAllowed(values(DetectorOptions.ALLOWED_MAX)).allowed()).isNotEmpty();
    assertThatThrownBy(() -> OPTIONS.withAllowed(values(DetectorOptions.ALLOWED_MAX + 1)))
        .isInstanceOf(InvalidArgument.class);
    DetectorOptions full = OPTIONS;
    for (int i = 0; i < DetectorOptions.RECOGNIZERS_MAX; i++) {
      full = full.with((EntityRecognizer) _ -> List.of());
    }
    DetectorOptions all = full;
    assertThatThrownBy(() -> all.with((EntityRecognizer) _ -> List.of()))
        .isInstanceOf(InvalidArgument.class);
  }

  private static Set<String> values(int count) {
    return Set.copyOf(IntStream.range(0, count).mapToObj(i -> "v" + i).toList());
  }

  static Stream<String> pieces() {
    return Stream.of(
        "@",
        "a@",
        "a@b.",
        "%40",
        "1",
        "1 ",
        "12 ",
        "0123 ",
        "+",
        "+1 ",
        "(0",
        "1.",
        "1.1.1.1.",
        ":",
        "a:",
        "::",
        "a:b::",
        "-",
        "aa-",
        "DE89",
        "DE89 3704 ",
        "0x",
        "1A",
        "4111-",
        "4111 1111 ",
        "ssn 123-45-",
        "phone ",
        "\\n",
        "é",
        "雷",
        "a\u0301",
        "999-99-",
        "a b ",
        "x1x1",
        "card 4 ");
  }

  /** The clock is asked before every larger piece of work, and so tells how much there is. */
  @ParameterizedTest
  @MethodSource("pieces")
  void workGrowsWithTheTextAndNoFaster(String piece) {
    int once = work(piece.repeat(4_000 / piece.length()));
    int fourTimes = work(piece.repeat(16_000 / piece.length()));

    assertThat(fourTimes).isLessThanOrEqualTo(4 * once + 200);
  }

  private static int work(String text) {
    AtomicInteger asked = new AtomicInteger();
    ScanBudget counting =
        new ScanBudget(
            text.length(),
            Duration.ofDays(1),
            () -> {
              asked.incrementAndGet();
              return Instant.EPOCH;
            });
    DetectorOptions options =
        OPTIONS.within(counting).withNames(KnownNames.of(List.of("a b a b a b", "雷雷", "1 1 1 1")));
    Detector.of(options).find(text);
    return asked.get();
  }
}
