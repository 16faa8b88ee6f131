package dev.athena.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athena.embedding.EmbeddingFailure;
import dev.athena.embedding.Vector;
import dev.athena.error.InvalidArgument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEmbedderTest {
  @TempDir static Path cache;

  private static LocalEmbedder embedder;

  @BeforeAll
  static void open() {
    embedder = LocalEmbedder.open(LocalEmbedder.Options.in(cache));
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void nearDuplicatesAreCloserThanUnrelatedTexts() {
    List<Vector> vectors =
        embedder.embedPassages(
            List.of(
                "The deployment failed because the database password had expired.",
                "Deployment broke: the password of the database was expired.",
                "Grandmother's apple pie needs two spoons of cinnamon."));

    assertThat(vectors.get(0).cosine(vectors.get(1)))
        .isGreaterThan(vectors.get(0).cosine(vectors.get(2)) + 0.1);
  }

  @Test
  void aQuestionFindsItsPassageAmongOthers() {
    List<String> passages =
        List.of(
            "Caroline adopted a grey cat from the shelter in May.",
            "The build server runs out of disk space every Friday night.",
            "We agreed to invoice the customer in Swiss francs.",
            "Use the retry budget of 3 attempts when calling the billing service.",
            "Melanie plays the violin in the town orchestra.",
            "The staging cluster lives in Frankfurt, production in Dublin.");

    assertThat(best("Which pet does Caroline have?", passages)).isEqualTo(0);
    assertThat(best("How often may we retry billing calls?", passages)).isEqualTo(3);
    assertThat(best("What instrument does Melanie play?", passages)).isEqualTo(4);
    assertThat(best("Where is production hosted?", passages)).isEqualTo(5);
  }

  @Test
  void vectorsHaveTheModelsDimensionsAndLengthOne() {
    Vector vector = embedder.embedQuestion("Who wrote the parser?");

    assertThat(vector.dimensions()).isEqualTo(embedder.dimensions()).isEqualTo(384);
    assertThat(vector.cosine(vector)).isCloseTo(1, within(1e-5));
    assertThat(embedder.model()).isEqualTo("e5-small-v2-q");
    assertThat(embedder.isReady()).isTrue();
  }

  @Test
  void questionsAndPassagesAreEmbeddedDifferently() {
    Vector question = embedder.embedQuestion("the parser");
    Vector passage = embedder.embedPassages(List.of("the parser")).getFirst();

    assertThat(question.cosine(passage)).isLessThan(0.999);
  }

  @Test
  void aTextsVectorDependsOnThatTextAloneAndOrderIsKept() {
    List<String> texts =
        IntStream.range(0, 40).mapToObj(i -> "word" + i + " and more".repeat(i * 7 % 40)).toList();

    List<Vector> together = embedder.embedPassages(texts);

    for (int i = 0; i < texts.size(); i++) {
      Vector alone = embedder.embedPassages(List.of(texts.get(i))).getFirst();
      assertThat(together.get(i).toHalfFloats()).as(texts.get(i)).isEqualTo(alone.toHalfFloats());
    }
  }

  @Test
  void aTextPastTheModelsLengthIsRepresentedByItsBeginning() {
    String page = "alpha beta gamma delta ".repeat(200);

    List<Vector> vectors =
        embedder.embedPassages(List.of(page, page + "and a quite different ending"));

    assertThat(vectors.get(0).cosine(vectors.get(1))).isCloseTo(1, within(1e-5));
  }

  @Test
  void charactersPastTheLimitAreNotLookedAt() {
    String atLimit = " ".repeat(LocalEmbedder.TEXT_CHARACTERS_MAX - 5) + "apple";

    List<Vector> vectors = embedder.embedPassages(List.of(atLimit, atLimit + "s", "apple"));

    assertThat(vectors.get(0).cosine(vectors.get(1))).isCloseTo(1, within(1e-5));
    assertThat(vectors.get(0).cosine(vectors.get(2))).isCloseTo(1, within(1e-5));
  }

  @Test
  void oneTextMoreThanTheLimitIsRefused() {
    List<String> atLimit = Collections.nCopies(LocalEmbedder.PASSAGES_MAX, "a");
    List<String> onePast = Collections.nCopies(LocalEmbedder.PASSAGES_MAX + 1, "a");

    assertThat(embedder.embedPassages(atLimit)).hasSize(LocalEmbedder.PASSAGES_MAX);
    assertThatThrownBy(() -> embedder.embedPassages(onePast))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("257 texts in one call, the limit is 256");
  }

  @Test
  void blankTextsAreRefusedAndNoTextsAreNoVectors() {
    assertThat(embedder.embedPassages(List.of())).isEmpty();
    assertThatThrownBy(() -> embedder.embedPassages(List.of("a", " \n")))
        .isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> embedder.embedQuestion("")).isInstanceOf(InvalidArgument.class);
  }

  @Test
  void oddCharactersAreTextLikeAnyOther() {
    List<String> texts =
        List.of(
            "\uD83D", "a\uDE00b", "\uD83D\uDE00", "\u0000", "\uFFFF", "\u200B", "日本語", "ß\u0301");

    assertThat(embedder.embedPassages(texts)).hasSize(texts.size());
  }

  @Test
  void manyThreadsGetWhatOneThreadGets() throws Exception {
    List<String> texts = IntStream.range(0, 64).mapToObj(i -> "note number " + i).toList();
    List<Vector> expected = texts.stream().map(embedder::embedQuestion).toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Vector>> answers =
          texts.stream().map(text -> threads.submit(() -> embedder.embedQuestion(text))).toList();

      for (int i = 0; i < texts.size(); i++) {
        assertThat(answers.get(i).get().cosine(expected.get(i))).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void openingLoadsNothingAndAFailedLoadCanBeTriedAgain() throws Exception {
    Path directory = Files.createDirectory(cache.resolve("refused"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (LocalEmbedder opened = LocalEmbedder.open(LocalEmbedder.Options.in(directory))) {
      assertThat(opened.isReady()).isFalse();
      assertThat(directory).isEmptyDirectory();

      assertThatThrownBy(() -> opened.embedQuestion("first"))
          .isInstanceOf(EmbeddingFailure.class)
          .hasMessage("the model e5-small-v2-q could not be loaded")
          .hasRootCauseMessage(
              directory + " can be written by others; allow only its owner (chmod 700)");
      assertThat(opened.isReady()).isFalse();

      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      assertThat(opened.embedQuestion("second").dimensions()).isEqualTo(384);
      assertThat(opened.isReady()).isTrue();
    }
  }

  @Test
  void anUnknownModelIsRefusedWithTheNamesOfKnownOnes() {
    var options = new LocalEmbedder.Options(cache, "bert-huge", 1);

    assertThatThrownBy(() -> LocalEmbedder.open(options))
        .isInstanceOfSatisfying(
            InvalidArgument.class, refused -> assertThat(refused.hint()).contains("e5-small-v2-q"));
  }

  @Test
  void theNumberOfRunsAtOnceIsBounded() {
    int max = LocalEmbedder.Options.RUNS_MAX;

    assertThat(new LocalEmbedder.Options(cache, "e5-small-v2-q", max).runsMax()).isEqualTo(max);
    assertThatThrownBy(() -> new LocalEmbedder.Options(cache, "e5-small-v2-q", max + 1))
        .isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> new LocalEmbedder.Options(cache, "e5-small-v2-q", 0))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void closingWhileInUseLetsCallsFinishAndRefusesLaterOnes() throws Exception {
    LocalEmbedder closing = LocalEmbedder.open(LocalEmbedder.Options.in(cache));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      closing.embedQuestion("load");
      List<Future<List<Vector>>> running =
          IntStream.range(0, 4)
              .mapToObj(i ->
                  threads.submit(() -> closing.embedPassages(Collections.nCopies(50, "text " + i))))
              .toList();

      closing.close();

      for (Future<List<Vector>> call : running) {
        assertThat(finishedOrRefused(call)).isTrue();
      }
    }
    assertThat(closing.isReady()).isFalse();
    assertThatThrownBy(() -> closing.embedQuestion("late"))
        .isInstanceOf(EmbeddingFailure.class)
        .hasMessage("the embedder is closed");
    closing.close();
  }

  private static boolean finishedOrRefused(Future<List<Vector>> call) throws InterruptedException {
    try {
      return call.get().size() == 50;
    } catch (ExecutionException refused) {
      return refused.getCause() instanceof EmbeddingFailure;
    }
  }

  private static int best(String question, List<String> passages) {
    Vector asked = embedder.embedQuestion(question);
    List<Vector> vectors = embedder.embedPassages(passages);
    return IntStream.range(0, passages.size())
        .boxed()
        .max(Comparator.comparingDouble(i -> asked.cosine(vectors.get(i))))
        .orElseThrow();
  }
}
