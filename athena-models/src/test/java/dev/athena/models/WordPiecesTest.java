package dev.athena.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPiecesTest {
  private static final long START = 101;
  private static final long END = 102;

  @TempDir static Path cache;

  private static WordPieces pieces;

  @BeforeAll
  static void read() throws Exception {
    NativeLibraries.loadFrom(new UnpackedResources(cache));
    pieces = WordPieces.read(ResourceContent.of("e5-small-v2-q-tokenizer.json"));
  }

  @AfterAll
  static void close() {
    pieces.close();
  }

  @Test
  void knownWordsHaveTheirIdsInTheVocabulary() {
    assertThat(pieces.idsOf("Hello, WORLD")).containsExactly(START, 7592, 1010, 2088, END);
  }

  @Test
  void aTextAtTheLimitIsWholeAndOnePastItLosesItsLastWord() {
    String atLimit = "hello ".repeat(WordPieces.TOKENS_MAX - 2);

    assertThat(pieces.idsOf(atLimit)).hasSize(WordPieces.TOKENS_MAX).endsWith(7592, END);
    assertThat(pieces.idsOf(atLimit + "world")).isEqualTo(pieces.idsOf(atLimit));
  }

  /** The native code ends the whole process when it meets what it did not expect. */
  @Test
  void noTextWhateverItsCharactersEndsTheProcess() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String text = arbitrary(random);

      long[] ids = pieces.idsOf(text);

      assertThat(ids).as("seed %d, text %d", seed, i).startsWith(START).endsWith(END);
    }
  }

  private static String arbitrary(Random random) {
    StringBuilder text = new StringBuilder();
    int bits = 1 + random.nextInt(Character.SIZE);
    for (int i = random.nextInt(200); i > 0; i--) {
      text.append((char) (random.nextInt(1 << bits) ^ (random.nextBoolean() ? 0xD800 : 0)));
    }
    return text.toString();
  }
}
