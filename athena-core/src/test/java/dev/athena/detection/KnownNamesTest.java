package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {
  private static final Detector NONE = Detector.standard();
  private static final Detector SOME =
      NONE.with(
          KnownNames.of(
              List.of("Ada Lovelace", "Ada", "Project Nightjar", "José", "雷明轩", "Ｗｉｄｅ Name")));

  private static List<String> found(Detector detector, String text) {
    return detector.find(text).stream()
        .map(finding -> text.substring(finding.start(), finding.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Is Ada Lovelace here?, Ada Lovelace",
    "ADA  LOVELACE wrote it, ADA  LOVELACE",
    "Ada's notes, Ada",
    "(ada), ada",
    "project\u00a0nightjar, project\u00a0nightjar",
    "with jose\u0301 today, jose\u0301",
    "JOSÉ!, JOSÉ",
    "我叫雷明轩。, 雷明轩",
    "我是雷明轩先生, 雷明轩",
    "a wide name, wide name"
  })
  void findsNamesAsWholeWordsInAnyCaseAndSpacing(String text, String name) {
    assertThat(found(SOME, text)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Adamant", "Canada", "ada_lovelace", "adaé", "ada1", "Jose", "雷明"})
  void findsNoPartsOfWords(String text) {
    assertThat(found(SOME, text)).isEmpty();
  }

  @Test
  void areReplacedInADetectorThatRuns() {
    Detector other = SOME.with(KnownNames.of(List.of("Grace")));

    assertThat(found(other, "Ada and Grace")).containsExactly("Grace");
    assertThat(found(SOME, "Ada and Grace")).containsExactly("Ada");
  }

  @Test
  void haveLimits() {
    List<String> most =
        IntStream.range(0, KnownNames.NAMES_MAX).mapToObj(i -> "name " + i).toList();
    List<String> more = new ArrayList<>(most);
    more.add("one more");

    assertThat(KnownNames.of(most).size()).isEqualTo(KnownNames.NAMES_MAX);
    assertThatThrownBy(() -> KnownNames.of(more)).isInstanceOf(InvalidArgument.class);
    assertThat(KnownNames.of(List.of("ab", "x".repeat(200))).size()).isEqualTo(2);
    assertThatThrownBy(() -> KnownNames.of(List.of(" a "))).isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> KnownNames.of(List.of("x".repeat(201))))
        .isInstanceOf(InvalidArgument.class);
    List<String> longest = IntStream.range(0, 20_001).mapToObj(i -> "%0200d".formatted(i)).toList();
    assertThat(KnownNames.of(longest.subList(0, 20_000)).size()).isEqualTo(20_000);
    assertThatThrownBy(() -> KnownNames.of(longest)).isInstanceOf(InvalidArgument.class);
  }

  /** The same as looking for every name at every place, one after the other. */
  @Test
  void findTheSameAsASearchForEach() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        names.add(word(random, 2 + random.nextInt(4)));
      }
      String text = word(random, 60);
      List<Span> expected = new ArrayList<>();
      for (String name : names.stream().distinct().toList()) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
          expected.add(new Span(at, at + name.length()));
        }
      }
      List<Span> actual = new ArrayList<>();
      new WordAutomaton(names)
          .find(
              FoldedText.of(text).characters(),
              (end, length) -> actual.add(new Span(end - length, end)));
      assertThat(actual).as("round %d", round).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("abc".charAt(random.nextInt(3)));
    }
    return word.toString().toLowerCase(Locale.ROOT);
  }
}
