package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what it is for, wherever that stands, and not what only looks like it. */
class RulesTest {
  private static final int RULES_MIN = 150;
  private static final int EACH = 8;
  private static final Detector DETECTOR = Detector.standard();

  /** How credentials stand in texts that agents see. */
  private static final List<String> CONTEXTS =
      List.of(
          "%s",
          "I used %s, and it worked.",
          "value = '%s';",
          "{\"value\": \"%s\"}",
          "run --with %s \\\n  --verbose",
          "see (%s)");

  private final RandomGenerator random = new Random(7);

  /** The generic rules judge values by chance: {@link GenericRulesTest} counts theirs. */
  static Stream<Arguments> rules() {
    return Stream.of("clouds.json", "services.json")
        .flatMap(name -> RuleFile.objects(name).stream())
        .map(json -> Arguments.of(RuleFile.rule(json).id(), json));
  }

  @Test
  void thereAreManyAndEachHasItsOwnName() {
    assertThat(RuleFile.all()).hasSizeGreaterThanOrEqualTo(RULES_MIN);
    assertThat(RuleFile.all()).extracting(Rule::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void findsWhatItIsFor(String id, JsonObject json) {
    Rule rule = RuleFile.rule(json);
    List<String> templates = RuleFile.texts(json, "positive");
    String beginning = json.text("secret").orElseThrow();

    assertThat(templates).isNotEmpty();
    for (String template : templates) {
      for (int i = 0; i < EACH; i++) {
        String written = new Template(template).filled(random);
        List<Finding> alone = found(rule, written);
        assertThat(alone).as("in %s", written).hasSize(1);
        String secret = part(written, alone.getFirst());
        assertThat(secret).startsWith(beginning);
        for (String context : contexts(written)) {
          String text = context.formatted(written);
          assertThat(DETECTOR.find(text))
              .as("in %s", text)
              .extracting(found -> part(text, found))
              .anyMatch(found -> found.contains(secret));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void findsNotWhatOnlyLooksLikeIt(String id, JsonObject json) {
    Rule rule = RuleFile.rule(json);
    List<String> templates = RuleFile.texts(json, "negative");

    assertThat(templates).hasSizeGreaterThanOrEqualTo(2);
    for (String template : templates) {
      for (int i = 0; i < EACH; i++) {
        String written = new Template(template).filled(random);
        assertThat(found(rule, written)).as("in %s", written).isEmpty();
      }
    }
  }

  /** A text with quotes of its own is not put into others. */
  private static List<String> contexts(String written) {
    return written.contains("\"") || written.contains("'") ? List.of("%s", "see %s") : CONTEXTS;
  }

  private static List<Finding> found(Rule rule, String text) {
    return new RuleSet(List.of(rule)).find(text);
  }

  private static String part(String text, Finding finding) {
    return text.substring(finding.start(), finding.end());
  }
}
