package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Credentials of each class, in all combinations of names, values and forms that credentials.json
 * has for it, and innocent texts that have the same words.
 */
class CredentialCorpusTest {
  private static final double RECALL_MIN = 0.98;
  private static final double FALSE_MAX = 0.02;
  private static final int EACH = 3;

  /** How much of a credential has to be found. */
  private static final double COVERED_MIN = 0.8;

  private static final Detector DETECTOR = Detector.standard();
  private static final JsonObject CORPUS = DataFile.read("credentials.json", JsonObject.class);

  private final RandomGenerator random = new Random(11);

  static Stream<Arguments> classes() {
    return CORPUS.array("groups").map(JsonArray::values).orElseThrow().stream()
        .map(JsonObject.class::cast)
        .map(group -> Arguments.of(group.text("id").orElseThrow(), group));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classes")
  void nearlyAllOfAClassAreFound(String id, JsonObject group) {
    List<String> missed = new ArrayList<>();
    int tried = 0;

    for (String form : DataFile.texts(group, "forms")) {
      for (String name : DataFile.texts(group, "names")) {
        for (String value : DataFile.texts(group, "values")) {
          Planted planted = planted(form, name, value);
          tried++;
          if (!planted.isFound()) {
            missed.add(planted.text());
          }
        }
      }
    }

    assertThat(missed).hasSizeLessThanOrEqualTo((int) (tried * (1 - RECALL_MIN)));
  }

  @Test
  void nearlyNoInnocentTextIsFlagged() {
    List<String> templates = DataFile.texts(CORPUS, "innocent");
    List<String> flagged = new ArrayList<>();

    for (String template : templates) {
      for (int i = 0; i < EACH; i++) {
        String text = new Template(template).filled(random);
        if (!DETECTOR.find(text).isEmpty()) {
          flagged.add(text);
        }
      }
    }

    assertThat(flagged).hasSizeLessThanOrEqualTo((int) (templates.size() * EACH * FALSE_MAX));
  }

  private Planted planted(String form, String name, String value) {
    String named = form.replace("%n", name);
    String secret = new Template(value).filled(random);
    int start = named.indexOf("%v");
    return new Planted(named.replace("%v", secret), start, start + secret.length());
  }

  /** A text and where its credential is. */
  private record Planted(String text, int start, int end) {
    boolean isFound() {
      return DETECTOR.find(text).stream().anyMatch(this::isCoveredBy);
    }

    private boolean isCoveredBy(Finding finding) {
      int common = Math.min(finding.end(), end) - Math.max(finding.start(), start);
      return common >= COVERED_MIN * (end - start);
    }
  }
}
