package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of made up identifiers nearly all are found, and of what looks alike nearly nothing. */
class IdentifierCorpusTest {
  private static final long SEED = 20261126;
  private static final int EACH = 40;
  private static final Detector DETECTOR = Detector.standard();

  private static final List<String> CONTEXTS =
      List.of(
          "I wrote down %s yesterday, as you asked.",
          "{\"id\": 7, \"value\": \"%s\", \"done\": true}",
          "2026-11-26T10:00:00Z INFO worker-3 took %s in 12 ms",
          "7,%s,open",
          "String value = \"%s\";",
          "X-Value: %s\r\nAccept: */*");

  private final Map<SensitiveType, Count> counts = new EnumMap<>(SensitiveType.class);
  private final IdentifierSamples samples = new IdentifierSamples(SEED);

  /** What was found of one type. */
  private static final class Count {
    private int wanted;
    private int found;
    private int wrong;
    private final List<String> odd = new ArrayList<>();

    double recall() {
      return (double) found / wanted;
    }

    double precision() {
      return (double) found / (found + wrong);
    }
  }

  @Test
  void nearlyAllAreFoundAndNearlyNothingElse() {
    Map<SensitiveType, List<Supplier<String>>> kinds =
        Map.of(
            SensitiveType.EMAIL, List.of(samples::email),
            SensitiveType.CARD, List.of(samples::card),
            SensitiveType.IBAN, List.of(samples::iban),
            SensitiveType.IP_ADDRESS, List.of(samples::address4, samples::address6),
            SensitiveType.MAC_ADDRESS, List.of(samples::networkCard),
            SensitiveType.CRYPTO_ADDRESS, List.of(samples::bitcoin),
            SensitiveType.PHONE, List.of(samples::phone),
            SensitiveType.NATIONAL_ID, List.of(() -> samples.filled("536-49-4999")));
    new EnumMap<>(kinds).forEach((type, makers) -> makers.forEach(maker -> look(type, maker)));
    lookAlikes().forEach(maker -> look(null, maker));

    kinds
        .keySet()
        .forEach(type -> {
          Count count = count(type);
          boolean phone = type == SensitiveType.PHONE;
          assertThat(count.recall())
              .as("recall of %s, missed %s", type, count.odd)
              .isGreaterThanOrEqualTo(phone ? 0.85 : 0.99);
          assertThat(count.precision())
              .as("precision of %s, wrong %s", type, count.odd)
              .isGreaterThanOrEqualTo(phone ? 0.75 : 0.98);
        });
  }

  private Count count(SensitiveType type) {
    return counts.computeIfAbsent(type, _ -> new Count());
  }

  private void look(@Nullable SensitiveType type, Supplier<String> maker) {
    for (int i = 0; i < EACH; i++) {
      String value = maker.get();
      for (String context : CONTEXTS) {
        String text = context.formatted(value);
        boolean hit = false;
        for (Finding finding : DETECTOR.find(text)) {
          String found = text.substring(finding.start(), finding.end());
          Count count = count(finding.type());
          if (finding.type() == type && found.equals(value)) {
            count.found++;
            hit = true;
          } else {
            count.wrong++;
            count.odd.add(found + " in " + text);
          }
        }
        if (type != null) {
          count(type).wanted++;
          if (!hit) {
            count(type).odd.add(text);
          }
        }
      }
    }
  }

  /** What has the look of an identifier and is none. */
  private List<Supplier<String>> lookAlikes() {
    return List.of(
        () -> wrongLast(samples.card()),
        () -> wrongLast(samples.iban()),
        () -> wrongLast(samples.bitcoin()),
        () -> samples.filled("ORD-9999-9999"),
        () -> samples.filled("PO 2026-999999"),
        () -> samples.filled("17999999999"),
        () -> samples.filled("1799999999999"),
        () -> samples.filled("1799999999999999999"),
        () -> samples.filled("2026-11-26 10:9"),
        () -> samples.filled("26.11.2026"),
        () -> samples.filled("v2.9.9"),
        () -> samples.filled("version 4.9.9.99"),
        () -> samples.filled("Chrome/139.0.99.9"),
        () -> samples.filled("1.3.6.1.4.1.999"),
        () -> samples.filled("hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh"),
        () -> samples.filled("hhhhhhhh-hhhh-4hhh-ahhh-hhhhhhhhhhhh"),
        () -> samples.filled("00000000-0000-4000-8000-999999999999"),
        () ->
            samples.filled(
                "sha256:hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh"),
        () -> samples.filled("0xhhhhhhhhhhhhhhhh"),
        () -> samples.filled("978-3-16-148999-9"),
        () -> samples.filled("0.9999999999999999"),
        () -> samples.filled("-99.999999, 99.999999"),
        () -> samples.filled("lodash@4.17.99"),
        () -> samples.filled("@scope/name@1.9.9"),
        () -> samples.filled("git@github.com:team/project9.git"),
        () -> samples.filled("https://user9:pass@host.example.com/"),
        () -> samples.filled("icon@2x.png"),
        () -> "q@k.T",
        () -> samples.filled("std::dec::fa9"),
        () -> samples.filled("12:34:56.999"),
        () -> samples.filled("hh:hh:hh:hh:hh:hh:hh:hh:hh:hh:hh:hh:hh:hh:hh:hh"),
        () -> samples.filled("127.0.0.1:9999"),
        () -> samples.filled("255.255.255.0"),
        () -> samples.filled("$9,999,999.99"),
        () -> samples.filled("000-12-9999"),
        () -> samples.filled("02139-9999"),
        () -> samples.filled("A99-99999-ZZ"));
  }

  /** Changes the last letter or digit, so that the check fails. */
  private static String wrongLast(String value) {
    int last = value.length() - 1;
    char other = value.charAt(last) == '7' ? '8' : '7';
    return value.substring(0, last) + other;
  }

  static Stream<NationalId> nationalIds() {
    return NationalIds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("nationalIds")
  void nationalNumbersAreFoundAloneOrNamed(NationalId id) {
    ContextWords words = ContextWords.standard();
    for (int i = 0; i < EACH / 4; i++) {
      if (!id.alone().isEmpty()) {
        String number = samples.national(id, id.alone().subList(0, 1));
        String text = "It is " + number + ", I think.";
        assertThat(DETECTOR.find(text))
            .as(text)
            .anyMatch(found -> text.substring(found.start(), found.end()).equals(number));
      }
      if (!id.named().isEmpty()) {
        String number = samples.national(id, id.named());
        for (String phrase : words.of(id.topic()).phrases()) {
          String text = "The" + phrase + "is " + number + ".";
          assertThat(DETECTOR.find(text))
              .as(text)
              .anyMatch(found -> text.substring(found.start(), found.end()).equals(number));
        }
        String bare = "Row 7, took " + number + " in all";
        assertThat(DETECTOR.find(bare)).as(bare).noneMatch(found -> isOf(id, found));
      }
    }
  }

  /** Numbers that are found alone in one way of writing may be found alone in all. */
  private static boolean isOf(NationalId id, Finding found) {
    return found.rule().equals(id.rule())
        && NationalIds.all().stream()
            .filter(other -> other.topic().equals(id.topic()))
            .allMatch(other -> other.alone().isEmpty());
  }
}
