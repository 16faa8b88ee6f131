package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.detection.CustomPattern.Examples;
import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomPatternTest {
  private static final List<String> WORDS = List.of("cust-");
  private static final Examples EXAMPLES =
      new Examples(List.of("see CUST-123456"), List.of("see CUST-12"));

  private static CustomPattern customer(String id) {
    return CustomPattern.of(id, WORDS, "\\b(CUST-[0-9]{6})\\b", EXAMPLES);
  }

  private static void refused(Runnable making, String problem, String hint) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            refusal -> {
              assertThat(refusal.problem()).contains(problem);
              assertThat(refusal.hint()).contains(hint);
            });
  }

  @Test
  void isFoundWithItsOwnName() {
    Detector detector = Detector.of(DetectorOptions.standard().with(customer("customer")));

    assertThat(detector.find("for CUST-987654 and CUST-9876540"))
        .containsExactly(new Finding("customer", SensitiveType.CUSTOM, 4, 15));
  }

  @Test
  void isRefusedUnlessItDoesWhatItsExamplesSay() {
    refused(
        () -> CustomPattern.of("a", WORDS, "CUST-[0-9]{7}", EXAMPLES),
        "finds nothing in its example 1",
        "correct");
    refused(
        () -> CustomPattern.of("a", WORDS, "CUST-[0-9]+", EXAMPLES),
        "finds something in its counterexample 1",
        "narrower");
    refused(
        () -> CustomPattern.of("a", List.of("other"), "CUST-[0-9]{6}", EXAMPLES),
        "no keyword of a is in its example 1",
        "add a keyword");
    refused(
        () -> CustomPattern.of("a", WORDS, "CUST-[0-9]{6}", new Examples(List.of(), List.of())),
        "has no example",
        "give one");
  }

  @Test
  void isRefusedWhenItsFormIsWrong() {
    refused(() -> CustomPattern.of("a", WORDS, "(?=x)", EXAMPLES), "no RE2", "lookaround");
    refused(() -> CustomPattern.of("a", WORDS, "[0-9]*", EXAMPLES), "nothing is", "one character");
    refused(() -> CustomPattern.of("a", List.of(), "x", EXAMPLES), "no keyword", "words of 3");
    refused(() -> CustomPattern.of("a", List.of("cu"), "x", EXAMPLES), "too short", "words of 3");
    refused(() -> customer("A b"), "not of 1 to 64 small letters", "customer-number");
  }

  @Test
  void hasLimits() {
    String longest = "CUST-[0-9]{6}" + "|x".repeat(243) + "y";
    assertThat(longest).hasSize(CustomPattern.EXPRESSION_MAX);
    assertThat(CustomPattern.of("a", WORDS, longest, EXAMPLES).id()).isEqualTo("a");
    refused(() -> CustomPattern.of("a", WORDS, longest + "y", EXAMPLES), "501 characters", "500");

    List<String> words = new ArrayList<>(Collections.nCopies(CustomPattern.LIST_MAX, "cust-"));
    assertThat(CustomPattern.of("a", words, "CUST-[0-9]{6}", EXAMPLES).keywords()).hasSize(20);
    words.add("cust-");
    refused(() -> CustomPattern.of("a", words, "CUST-[0-9]{6}", EXAMPLES), "21 keywords", "20");

    List<String> texts = List.of("CUST-123456" + " ".repeat(CustomPattern.TEXT_MAX - 11));
    assertThat(
            CustomPattern.of("a", WORDS, "CUST-[0-9]{6}", new Examples(texts, List.of()))
                .examples())
        .hasSize(1);
    Examples tooLong = new Examples(List.of(texts.getFirst() + " "), List.of());
    refused(() -> CustomPattern.of("a", WORDS, "CUST-[0-9]{6}", tooLong), "too long", "1000");
  }

  @Test
  void thereAreAsManyAsAllowedAndEachHasItsOwnName() {
    DetectorOptions options = DetectorOptions.standard();
    for (int i = 0; i < CustomPattern.PATTERNS_MAX; i++) {
      options = options.with(customer("p" + i));
    }
    DetectorOptions full = options;

    assertThat(full.patterns()).hasSize(CustomPattern.PATTERNS_MAX);
    refused(() -> full.with(customer("more")), "201 patterns", "200");
    refused(
        () -> DetectorOptions.standard().with(customer("p")).with(customer("p")),
        "two patterns are called p",
        "own");
  }
}
