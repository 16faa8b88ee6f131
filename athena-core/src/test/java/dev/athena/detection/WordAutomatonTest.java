package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordAutomatonTest {
  private record Hit(int start, int end) {}

  @Test
  void findsNamesWithinNamesAndAtTheEdges() {
    assertThat(hits(List.of("abc", "abcd", "bcd", "cda"), "abcda"))
        .containsExactlyInAnyOrder(new Hit(0, 3), new Hit(0, 4), new Hit(1, 4), new Hit(2, 5));
    assertThat(hits(List.of("abc"), "ab")).isEmpty();
    assertThat(hits(List.of("a"), "banana")).hasSize(3);
    assertThat(hits(List.of(), "banana")).isEmpty();
    assertThat(hits(List.of("näh", "\uffffab"), "nähe \uffffab")).hasSize(2);
  }

  /** Few letters, so that names overlap and begin anew within each other in all ways. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void findsWhatLookingForEachNameFinds(int shortest) {
    SplittableRandom chance = new SplittableRandom(shortest);
    for (int round = 0; round < 300; round++) {
      Set<String> names = new LinkedHashSet<>();
      for (int i = 0; i < 12; i++) {
        names.add(text(chance, shortest + chance.nextInt(5)));
      }
      String text = text(chance, chance.nextInt(60));
      assertThat(hits(names, text))
          .as("%s in %s", names, text)
          .containsExactlyInAnyOrderElementsOf(oneByOne(names, text));
    }
  }

  private static String text(SplittableRandom chance, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("abcé".charAt(chance.nextInt(4)));
    }
    return text.toString();
  }

  private static List<Hit> hits(Collection<String> names, String text) {
    List<Hit> hits = new ArrayList<>();
    new WordAutomaton(names)
        .find(text.toCharArray(), (end, length) -> hits.add(new Hit(end - length, end)));
    return hits;
  }

  private static List<Hit> oneByOne(Collection<String> names, String text) {
    List<Hit> hits = new ArrayList<>();
    for (String name : names) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        hits.add(new Hit(at, at + name.length()));
      }
    }
    return hits;
  }
}
