package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each generic rule finds nearly all that it is for, and nearly nothing of what looks alike. */
class GenericRulesTest {
  private static final int EACH = 25;
  private static final int POSITIVES_MIN = 3;
  private static final double RECALL_MIN = 0.98;
  private static final double FALSE_MAX = 0.02;
  private static final Detector DETECTOR = Detector.standard();

  /** Where what a rule finds may stand: alone, in a remark, in a log, after text and before it. */
  private static final List<String> CONTEXTS =
      List.of("%s", "%s\nThis is what I used.", "# see\n%s\n", "ran it:\n\n    %s\n", "$ %s\n$ ls");

  private final RandomGenerator random = new Random(17);

  static Stream<Arguments> rules() {
    return RuleFile.objects("generic.json").stream()
        .map(json -> Arguments.of(RuleFile.rule(json).id(), json));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void findsWhatItIsFor(String id, JsonObject json) {
    Rule rule = RuleFile.rule(json);
    List<String> templates = RuleFile.texts(json, "positive");
    List<String> missed = new ArrayList<>();
    int tried = 0;

    for (String template : templates) {
      for (int i = 0; i < EACH; i++) {
        String written = new Template(template).filled(random);
        for (String context : CONTEXTS) {
          String text = context.formatted(written);
          tried++;
          if (new RuleSet(List.of(rule)).find(text).isEmpty() || DETECTOR.find(text).isEmpty()) {
            missed.add(text);
          }
        }
      }
    }

    assertThat(templates).hasSizeGreaterThanOrEqualTo(POSITIVES_MIN);
    assertThat(missed).hasSizeLessThanOrEqualTo((int) (tried * (1 - RECALL_MIN)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void findsNotWhatOnlyLooksLikeIt(String id, JsonObject json) {
    RuleSet rule = new RuleSet(List.of(RuleFile.rule(json)));
    List<String> templates = RuleFile.texts(json, "negative");
    List<String> flagged = new ArrayList<>();

    for (String template : templates) {
      for (int i = 0; i < EACH; i++) {
        String written = new Template(template).filled(random);
        if (!rule.find(written).isEmpty()) {
          flagged.add(written);
        }
      }
    }

    assertThat(templates).hasSizeGreaterThanOrEqualTo(3);
    assertThat(flagged).hasSizeLessThanOrEqualTo((int) (templates.size() * EACH * FALSE_MAX));
  }
}
