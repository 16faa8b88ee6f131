package dev.athena.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TextAnalysisLimitsTest {
  private static final String[] HOSTILE = {
    "a",
    "Z",
    "7",
    "_",
    "-",
    ".",
    "/",
    "#",
    "+",
    "'",
    "’s",
    "\u0301",
    "\u0316\u0301",
    "\u3099",
    "か",
    "\ud83d",
    "\ude00",
    "😀",
    "\u200d",
    "\u200b",
    "\u202e",
    "\0",
    "\n",
    " ",
    "猫",
    "ก",
    "한",
    "ﷺ",
    "\ufe0f",
    "İ",
    "ß",
    "[EMAIL_k7q2m9xw4tz8p]",
    "don't",
    "Who",
    "the",
    "https://a.b/c?d=e"
  };

  @Test
  void textUpToTheLimitIsAnalysed() {
    String before = " ".repeat(TextAnalysis.TEXT_LENGTH_MAX - 4);

    assertThat(TextAnalysis.ofText(before + "last").counts()).containsOnlyKeys("last");
    assertThat(TextAnalysis.ofText(before + " last").counts()).containsOnlyKeys("la");
  }

  @Test
  void textThatGrowsInNormalisingIsCutAgain() {
    String growing = "\ufdfa ".repeat(TextAnalysis.TEXT_LENGTH_MAX / 2);

    assertThat(PlainText.of(growing)).hasSize(TextAnalysis.TEXT_LENGTH_MAX);
  }

  @Test
  void termsUpToTheLimitAreKept() {
    String longest = "x".repeat(TextAnalysis.TERM_LENGTH_MAX);
    String path = "a/" + "x".repeat(TextAnalysis.TERM_LENGTH_MAX - 2);

    assertThat(TextAnalysis.ofText(longest).counts()).containsOnlyKeys(longest);
    assertThat(TextAnalysis.ofText(longest + "x")).isEqualTo(Terms.NONE);
    assertThat(TextAnalysis.ofText(path).counts()).containsKey(path);
    assertThat(TextAnalysis.ofText(path + "x").counts().keySet())
        .noneMatch(term -> term.contains("/"));
  }

  @Test
  void distinctTermsBeyondTheLimitAreLeftOut() {
    String most = numbers(TextAnalysis.DISTINCT_TERMS_MAX);

    assertThat(TextAnalysis.ofText(most).counts()).hasSize(TextAnalysis.DISTINCT_TERMS_MAX);
    Terms terms = TextAnalysis.ofText(most + " extra 1000");
    assertThat(terms.counts()).hasSize(TextAnalysis.DISTINCT_TERMS_MAX).containsEntry("1000", 2);
    assertThat(terms.length()).isEqualTo(TextAnalysis.DISTINCT_TERMS_MAX + 1);
  }

  @Test
  void aPieceOfTooManyPartsStaysWhole() {
    String most = "Ab".repeat(WordParts.PARTS_MAX);

    assertThat(WordParts.of(most)).hasSize(WordParts.PARTS_MAX + 1).startsWith(most, "Ab");
    assertThat(WordParts.of(most + "Ab")).containsExactly(most + "Ab");
  }

  @Test
  void marksBeyondTheLimitAreDropped() {
    String most = "か" + "\u0e48".repeat(PlainText.MARKS_IN_A_ROW_MAX);

    assertThat(PlainText.of(most)).isEqualTo(most);
    assertThat(PlainText.of(most + "\u0e48")).isEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "aB",
        "猫",
        "\u0301",
        "\u0e48\u0e38",
        "a\u0327\u0301",
        "\ud83d",
        "/",
        "a.",
        "a_",
        "'",
        "ก",
        "a\u200b",
        "A",
        "😀",
        "[",
        "\ufdfa",
        "é",
        "1,",
        "Ab. ",
        "a:1",
        ":1",
        "Ab and ",
        "in May ",
        "\u3099",
        "ᄀ",
        "Aa'"
      })
  void repeatedTextIsAnalysedInProportionToItsLength(String unit) {
    String text = unit.repeat(1_000_000 / unit.length());

    assertThat(TextAnalysis.ofText(text).counts().size())
        .isLessThanOrEqualTo(TextAnalysis.DISTINCT_TERMS_MAX);
    assertThat(TextAnalysis.names(text).size()).isLessThanOrEqualTo(Names.NAMES_MAX);
    assertThatCode(() -> TimeExpressions.find(text, Instant.EPOCH, ZoneOffset.UTC))
        .doesNotThrowAnyException();
  }

  @Test
  void anyTextIsAnalysedAndItsOwnWordsFindIt() {
    for (int seed = 0; seed < 3000; seed++) {
      String text = hostile(new Random(seed));
      Terms terms = TextAnalysis.ofText(text);
      Terms asked = TextAnalysis.ofQuestion(text);

      assertThat(terms.length()).as("seed %d", seed).isGreaterThanOrEqualTo(terms.counts().size());
      assertThat(terms.counts().keySet())
          .as("seed %d", seed)
          .allMatch(term -> !term.isEmpty() && term.length() <= TextAnalysis.TERM_LENGTH_MAX)
          .allMatch(term -> term.chars().noneMatch(Character::isWhitespace));
      assertThat(asked.isEmpty()).as("seed %d", seed).isEqualTo(terms.isEmpty());
      assertThat(TextAnalysis.names(text).size())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(Names.NAMES_MAX);
    }
  }

  @Test
  void termsCheckTheirSum() {
    assertThatThrownBy(() -> new Terms(Map.of("a", 2), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Terms(Map.of("a", 0), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String numbers(int count) {
    return IntStream.range(1000, 1000 + count)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append(
          random.nextInt(20) == 0
              ? Character.toString(random.nextInt(0x110000))
              : HOSTILE[random.nextInt(HOSTILE.length)]);
    }
    return text.toString();
  }
}
