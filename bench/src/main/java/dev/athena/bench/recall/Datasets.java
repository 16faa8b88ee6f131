package dev.athena.bench.recall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The data sets that lie in a folder. */
public final class Datasets {
  private Datasets() {}

  /** Returns the data sets in {@code folder} itself and one level below. */
  public static List<Dataset> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> folders = new ArrayList<>(List.of(folder));
    try (Stream<Path> below = Files.list(folder)) {
      below.filter(Files::isDirectory).sorted().forEach(folders::add);
    }
    List<Dataset> datasets = new ArrayList<>();
    for (Path one : folders) {
      if (Files.exists(one.resolve("turns.jsonl"))) {
        datasets.addAll(LoCoMo.read(one));
      }
      if (Files.exists(one.resolve("QA_clean.json"))) {
        datasets.addAll(LifeBench.read(one));
      }
      if (Files.exists(one.resolve("cran.qry"))) {
        datasets.addAll(Cranfield.read(one));
      }
    }
    return datasets;
  }
}
