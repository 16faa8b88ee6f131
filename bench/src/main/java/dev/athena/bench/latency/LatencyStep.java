package dev.athena.bench.latency;

import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One step of the benchmark, in a process of its own; prints its figures as JSON. */
@Command(name = LatencyStep.NAME, hidden = true)
public final class LatencyStep implements Callable<Integer> {
  static final String NAME = "latency-step";

  /** What a process can be told to do. */
  enum Step {
    FILL,
    MEASURE
  }

  private Step step = Step.FILL;
  private Path home = Path.of("");
  private int size;

  @Parameters(index = "0")
  void setStep(Step step) {
    this.step = step;
  }

  @Parameters(index = "1")
  void setHome(Path home) {
    this.home = home;
  }

  @Parameters(index = "2")
  void setSize(int size) {
    this.size = size;
  }

  @Override
  public Integer call() throws IOException {
    Caller caller = Caller.local(Namespace.ofProject("latency"));
    Corpus corpus = new Corpus(Vocabulary.english(), size);
    Consumer<String> progress = line -> System.err.println("%,d: %s".formatted(size, line));
    try (Engine engine = BenchHome.openEngine(home)) {
      JsonObject figures =
          switch (step) {
            case FILL -> new Filling(engine, corpus, progress).run(caller);
            case MEASURE -> new Measuring(engine, caller, corpus, progress).run();
          };
      System.out.println(JsonCodec.write(figures));
    }
    return 0;
  }
}
