package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void noPatternMatchesWhereNoneOfItsSignsStands() {
    List<Rule> rules =
        RuleFile.all().stream().filter(rule -> !rule.signs().texts().isEmpty()).toList();
    assertThat(rules).hasSizeGreaterThan(7);
    SplittableRandom chance = new SplittableRandom(7);
    int withoutSigns = 0;
    for (Rule rule : rules) {
      for (int round = 0; round < 5_000; round++) {
        String keyword = rule.keywords().get(chance.nextInt(rule.keywords().size()));
        String text = keyword + pieces(chance);
        if (!rule.signs().mayMatch(text, 0, firstKeyword(rule, text).length(), text.length())) {
          withoutSigns++;
          assertThat(rule.pattern().matcher(text).lookingAt())
              .as(rule.id() + ": " + text)
              .isFalse();
        }
      }
    }
    assertThat(withoutSigns).isGreaterThan(10_000);
  }

  /** The shortest of the keywords that a text begins with is the one that it is tried at. */
  private static String firstKeyword(Rule rule, String text) {
    return rule.keywords().stream()
        .filter(text::startsWith)
        .min(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pass; false",
        "passed after we moved; false",
        "password or x; true",
        "pass  or; true",
        "pass for = x; false",
        "passx= y; true",
        "pass  abc\" x; false",
        "pass  ab\" x; true",
        "pass  u\"x; true",
        "passor; false",
        "pass-or; true",
        "passñor; true"
      })
  void signsAreNearWhereTheyMustBe(String text, boolean may) {
    Signs signs = new Signs(List.of("=", "\"", "or"), true);

    assertThat(signs.mayMatch(text, 0, 4, text.length())).isEqualTo(may);
  }

  @Test
  void signsBehindTheReachDoNotCount() {
    Signs far = new Signs(List.of("="), false);

    assertThat(far.mayMatch("key and = x", 0, 3, 9)).isTrue();
    assertThat(far.mayMatch("key and = x", 0, 3, 8)).isFalse();
    assertThat(Signs.NONE.mayMatch("key", 0, 3, 3)).isTrue();
  }

  private static String pieces(SplittableRandom chance) {
    List<String> pieces =
        List.of(
            "Xy9", " ", "\t", ".", ",", "(", ")", "[", "]", "{", "}", "$", "/", "\\", "@", "#",
            "or", "is", "value", "name", "\n", ">", "+", "*", "&", ";", "=", "\"", ":", "<", "?",
            "!", "|", "-", "'", "`", "ñ", "u", "b", "\r");
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
        Signs.NONE,
        candidate -> true);
  }
}
