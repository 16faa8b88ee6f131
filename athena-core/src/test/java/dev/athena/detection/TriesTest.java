package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriesTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "12, 12", "13, 13", "14, 13", "100, 13"})
  void triesWithinAMatchAreBounded(int keywords, int tries) {
    AtomicInteger tried = new AtomicInteger();
    Rule rule = rule("(?:key=)(.*)", tried);

    new RuleSet(List.of(rule)).find("key=".repeat(keywords) + "x");

    assertThat(tried).hasValue(tries);
  }

  @Test
  void afterTheMatchItIsTriedAgain() {
    AtomicInteger tried = new AtomicInteger();
    Rule rule = rule("(?:key=)(.*)", tried);

    new RuleSet(List.of(rule)).find("key=".repeat(100) + "x\nkey=y\nkey=z");

    assertThat(tried).hasValue(Tries.WITHIN_MAX + 3);
  }

  @Test
  void aPlaceIsTriedOnce() {
    List<Finding> found = new ArrayList<>();
    Tries tries = new Tries(rule("key=(\\w)", new AtomicInteger()), "key=a");

    tries.at(new Span(0, 4), found);
    tries.at(new Span(0, 4), found);

    assertThat(found).hasSize(1);
  }

  private static Rule rule(String regex, AtomicInteger tried) {
    Filter counting =
        candidate -> {
          tried.incrementAndGet();
          return true;
        };
    return new Rule(
        "of-test",
        SensitiveType.API_KEY,
        List.of("key="),
        Pattern.compile(regex),
        Rule.REACH_MAX,
        Signs.NONE,
        counting);
  }
}
