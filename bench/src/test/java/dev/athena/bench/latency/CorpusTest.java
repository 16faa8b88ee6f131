package dev.athena.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private static final int SIZE = 2_000;

  @Test
  void equalNumbersGiveEqualMemories() throws IOException {
    assertThat(corpus().item(77)).isEqualTo(corpus().item(77));
  }

  @Test
  void commonWordsAreInATenthToAThirdOfTexts() throws IOException {
    assertThat(share("failed")).isBetween(0.1, 0.34);
    assertThat(share("tests")).isBetween(0.1, 0.34);
    assertThat(share("kingdom")).isBetween(0.0, 0.05);
  }

  private static double share(String word) throws IOException {
    Corpus corpus = corpus();
    return IntStream.range(0, SIZE).filter(i -> corpus.text(i).contains(word)).count()
        / (double) SIZE;
  }

  private static Corpus corpus() throws IOException {
    return new Corpus(Vocabulary.english(), SIZE);
  }
}
