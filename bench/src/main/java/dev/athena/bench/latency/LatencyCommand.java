package dev.athena.bench.latency;

import dev.athena.bench.home.BenchHome;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast Athena answers at several sizes. */
@Command(
    name = "latency",
    description = {
      "Measures recall, remember, start-up and memory at several sizes, through the operations.",
      "Texts are made up. Of their vectors the model computes a few hundred, and the others are",
      "blends of those with a little noise: their cost in a search is real, their meaning is not."
    },
    mixinStandardHelpOptions = true)
public final class LatencyCommand implements Callable<Integer> {
  /** The largest corpus. */
  static final int SIZE_MAX = 5_000_000;

  private List<String> sizes = List.of();
  private @Nullable Path kept;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "1k,10k,100k",
      description =
          "Numbers of memories (default: ${DEFAULT-VALUE}); 1M takes a quarter of an hour.")
  void setSizes(List<String> sizes) {
    this.sizes = sizes;
  }

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Keep the filled homes here, and use those that are there already.")
  void setKept(Path folder) {
    this.kept = folder;
  }

  @Override
  public Integer call() throws IOException {
    List<Json> reports = new ArrayList<>();
    for (String size : sizes) {
      JsonObject figures = measured(number(size));
      reports.add(figures);
      if (!json) {
        System.out.print(LatencyReport.of(figures));
      }
    }
    if (json) {
      System.out.println(JsonCodec.writePretty(new JsonArray(reports)));
    }
    return 0;
  }

  /** Returns the number that a size such as {@code 10k} or {@code 1M} stands for. */
  static int number(String size) {
    String text = size.strip().toLowerCase(Locale.ROOT);
    String digits = text.replaceAll("[km]$", "");
    int factor = text.endsWith("k") ? 1_000 : text.endsWith("m") ? 1_000_000 : 1;
    long number = digits.matches("\\d{1,7}") ? Long.parseLong(digits) * factor : 0;
    if (number < 1 || number > SIZE_MAX) {
      throw new IllegalArgumentException(
          "\"%s\" is not a size; use 1k to %,d".formatted(size, SIZE_MAX));
    }
    return (int) number;
  }

  private JsonObject measured(int size) throws IOException {
    try (BenchHome home = BenchHome.in(kept == null ? null : kept.resolve("home-" + size))) {
      return measured(home.folder(), size);
    }
  }

  private static JsonObject measured(Path home, int size) throws IOException {
    JsonObject filled = JsonObject.EMPTY;
    Path mark = home.resolve("filled");
    if (!Files.exists(mark)) {
      filled = Child.run(LatencyStep.Step.FILL, home, size);
      Files.createFile(mark);
    }
    return Child.run(LatencyStep.Step.MEASURE, home, size).with("fill", filled);
  }
}
