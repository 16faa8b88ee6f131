package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.List;
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

  private static Rule rule(String keyword, String regex, int reach) {
    return new Rule(
        "of-test",
        SensitiveType.API_KEY,
        List.of(keyword),
        Pattern.compile(regex),
        reach,
        candidate -> true);
  }
}
