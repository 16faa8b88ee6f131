package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  @Test
  void seesAsFarAsItsReach() {
    RuleSet near = new RuleSet(List.of(rule("key", "key(x+)y", 8)));

    assertThat(near.find("key" + "x".repeat(4) + "y")).hasSize(1);
    assertThat(near.find("key" + "x".repeat(5) + "y")).isEmpty();
  }

  @Test
  void hasAReachUpToALimit() {
    assertThat(rule("key", "(x)", Rule.REACH_MAX).beginsWithKeyword()).isTrue();
    assertThatThrownBy(() -> rule("key", "(x)", Rule.REACH_MAX + 1)).hasMessageContaining("reach");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ke", "KEY"})
  void refusesKeywordsThatWouldNotHelp(String keyword) {
    assertThatThrownBy(() -> rule(keyword, "(x)", 0)).hasMessageContaining(keyword);
  }

  @Test
  void findsWhereALetterChangesItsLengthInLowerCase() {
    RuleSet rule = new RuleSet(List.of(rule("key=", "(?i:key)=(\\w+)", 50)));

    List<Finding> found = rule.find("İİİ KEY=abc");

    assertThat(found).containsExactly(new Finding("of-test", SensitiveType.API_KEY, 8, 11));
  }

  /** What signs say of a pattern is true of it: without them it matches nothing. */
  @Test
  void noPatternMatchesWhereNoneOfItsSignsFollows() {
    List<Rule> rules = RuleFile.all().stream().filter(rule -> !rule.signs().isEmpty()).toList();
    assertThat(rules).hasSizeGreaterThan(7);
    SplittableRandom chance = new SplittableRandom(7);
    int withoutSigns = 0;
    for (Rule rule : rules) {
      for (int round = 0; round < 3_000; round++) {
        String keyword = rule.keywords().get(chance.nextInt(rule.keywords().size()));
        String text = keyword + pieces(chance);
        if (rule.signs().stream().noneMatch(sign -> text.indexOf(sign, 0) >= 0)) {
          withoutSigns++;
          assertThat(rule.pattern().matcher(text).lookingAt())
              .as(rule.id() + ": " + text)
              .isFalse();
        }
      }
    }
    assertThat(withoutSigns).isGreaterThan(5_000);
  }

  private static String pieces(SplittableRandom chance) {
    List<String> pieces =
        List.of(
            "Xy9", " ", "\t", ".", ",", "(", ")", "[", "]", "{", "}", "$", "/", "\\", "@", "#",
            "or", "is", "value", "name", "\n", ">", "+", "*", "&", ";", "=", "\"", ":", "<");
    StringBuilder text = new StringBuilder();
    for (int i = chance.nextInt(12); i >= 0; i--) {
      text.append(pieces.get(chance.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private static Rule rule(String keyword, String regex, int reach) {
    return new Rule(
        "of-test",
        SensitiveType.API_KEY,
        List.of(keyword),
        Pattern.compile(regex),
        reach,
        List.of(),
        candidate -> true);
  }
}
