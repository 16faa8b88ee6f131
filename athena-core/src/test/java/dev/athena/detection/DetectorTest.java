package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
  private static final Detector DETECTOR = Detector.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The build needs JDK 25, and the tests a database.",
        "commit 3f2a9c0d4e5b6a7c8d9e0f1a2b3c4d5e6f7a8b9c moved it",
        "id: 0b6f9a52-5d0e-4c39-9d5e-2f6c8f3b1a77",
        "const token = await getToken(user);",
        "export API_KEY=$MY_KEY",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "ghp_ is how tokens of GitHub begin, sk- those of others",
      })
  void findsNothingWhereNothingIs(String text) {
    assertThat(DETECTOR.find(text)).isEmpty();
  }

  @Test
  void tellsWhereEachIsInTheirOrder() {
    Random random = new Random(1);
    String one = new Template("ghp_{36:A-Za-z0-9}").filled(random);
    String other = new Template("npm_{36:A-Za-z0-9}").filled(random);
    String text = "first " + one + " then " + other + " and " + one;

    List<Finding> found = DETECTOR.find(text);

    assertThat(found)
        .extracting(finding -> text.substring(finding.start(), finding.end()))
        .containsExactly(one, other, one);
  }
}
