package dev.athena.bench.scan;

import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.bench.latency.Corpus;
import dev.athena.embedding.Centre;
import dev.athena.embedding.Embedder;
import dev.athena.embedding.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Computes the centre of the model, which ships with it. */
@Command(
    name = "centre",
    description = {
      "Computes what the vectors of the model have in common, and writes it to a file.",
      "It is the mean over made-up notes and the paragraphs of text files; a few hundred texts of",
      "several sorts are enough, and another choice of them changes little."
    },
    mixinStandardHelpOptions = true)
public final class CentreCommand implements Callable<Integer> {
  private static final int NOTES = 100;
  private static final int PARAGRAPH_LENGTH_MIN = 40;

  private Path file = Path.of("");
  private List<Path> sources = List.of();

  @Parameters(index = "0", paramLabel = "FILE", description = "Where the centre is written.")
  void setFile(Path file) {
    this.file = file;
  }

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "Text files.")
  void setSources(List<Path> sources) {
    this.sources = sources;
  }

  @Override
  public Integer call() throws IOException {
    List<String> texts = new ArrayList<>(Corpus.notes(NOTES));
    for (Path source : sources) {
      for (String paragraph : Files.readString(source).split("\\n\\s*\\n", -1)) {
        if (paragraph.length() >= PARAGRAPH_LENGTH_MIN) {
          texts.add(paragraph);
        }
      }
    }
    try (BenchHome home = BenchHome.create();
        Engine engine = home.openEngine()) {
      Centre centre = Centre.of(embedded(engine.embedder(), texts));
      Files.write(file, centre.toHalfFloats());
      System.out.printf(
          "%d texts; the centre is %.3f from the origin%n",
          texts.size(), Math.sqrt(centre.squaredLength()));
    }
    return 0;
  }

  private static List<Vector> embedded(Embedder embedder, List<String> texts) {
    return texts.stream().flatMap(text -> embedder.embedPassages(List.of(text)).stream()).toList();
  }
}
