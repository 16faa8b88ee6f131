package dev.athena.bench.scan;

import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.bench.recall.Dataset;
import dev.athena.bench.recall.Datasets;
import dev.athena.embedding.Centre;
import dev.athena.embedding.Embedder;
import dev.athena.embedding.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what the scan over bit planes finds of the exact nearest vectors. */
@Command(
    name = "scan",
    description = {
      "Measures how much of the exact top 10 is among the rows that are near by their bit planes,",
      "on the texts and questions of the data sets in a folder, embedded by the model."
    },
    mixinStandardHelpOptions = true)
public final class ScanCommand implements Callable<Integer> {
  private static final int QUESTIONS_MAX = 400;
  private static final int BEFORE_LENGTH = 300;

  /** How many rows the store compares by all their planes. */
  private static final int COMPARED = 1_500;

  /** How many of those it reads in full. */
  private static final int READ = 100;

  private Path folder = Path.of("");
  private int textsMax;

  @Option(
      names = "--texts",
      defaultValue = "10000",
      description = "The most texts to embed (default: ${DEFAULT-VALUE}).")
  void setTextsMax(int textsMax) {
    this.textsMax = textsMax;
  }

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = "../shared/data",
      description = "Where the data sets lie (default: ${DEFAULT-VALUE}).")
  void setFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Integer call() throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> inContext = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    for (Dataset dataset : Datasets.in(folder)) {
      String before = "";
      for (Dataset.Item item : dataset.items()) {
        String text = item.memory().text("content").orElse("");
        texts.add(text);
        inContext.add(before + " " + text);
        before = text.substring(0, Math.min(BEFORE_LENGTH, text.length()));
      }
      dataset.questions().forEach(question -> questions.add(question.text()));
    }
    if (texts.isEmpty()) {
      System.err.println("No data set was found in " + folder + "; give the folder that has them.");
      return 1;
    }
    report(texts, inContext, questions);
    return 0;
  }

  private void report(List<String> texts, List<String> inContext, List<String> questions)
      throws IOException {
    try (BenchHome home = BenchHome.create();
        Engine engine = home.openEngine()) {
      List<Vector> asked =
          picked(questions, QUESTIONS_MAX).stream().map(engine.embedder()::embedQuestion).toList();
      Embedder embedder = engine.embedder();
      List<Vector> own = embedded(embedder, picked(texts, textsMax));
      List<Vector> context = embedded(embedder, picked(inContext, textsMax));
      printTable("own", new Scan(own, embedder.centre()), asked);
      printTable("in context", new Scan(context, embedder.centre()), asked);
      Scan uncentred = new Scan(own, Centre.none(embedder.dimensions()));
      printTable("own, without the centre", uncentred, asked);
    }
  }

  private static void printTable(String what, Scan scan, List<Vector> questions) {
    System.out.printf(
        Locale.ROOT, "%n%s: %,d vectors, %d questions%n", what, scan.size(), questions.size());
    List<Scan.Asked> asked = scan.ask(questions);
    for (int compared : List.of(COMPARED / 5, COMPARED, 2 * COMPARED)) {
      for (int read : List.of(READ / 4, READ / 2, READ, 2 * READ)) {
        System.out.printf(
            Locale.ROOT,
            "  %5d compared, %3d read: %.4f of the exact top 10%n",
            compared,
            read,
            scan.found(asked, compared, read));
      }
    }
    System.out.printf(
        Locale.ROOT, "  %.2f ms for the signs of 100,000 rows%n", scan.millis(questions, 100_000));
  }

  private static List<Vector> embedded(Embedder embedder, List<String> texts) {
    List<Vector> vectors = new ArrayList<>();
    for (String text : texts) {
      vectors.addAll(embedder.embedPassages(List.of(text)));
      if (vectors.size() % 1_000 == 0) {
        System.err.printf(Locale.ROOT, "%,d of %,d embedded%n", vectors.size(), texts.size());
      }
    }
    return vectors;
  }

  /** Returns some of the texts, the same in every run. */
  private static List<String> picked(List<String> texts, int max) {
    List<String> shuffled = new ArrayList<>(texts.stream().filter(t -> !t.isBlank()).toList());
    Collections.shuffle(shuffled, new Random(1));
    return shuffled.subList(0, Math.min(max, shuffled.size()));
  }
}
