package dev.athena.bench.latency;

import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that does one step of the benchmark, with the Java options of this one. */
final class Child {
  /** Named and not referred to: the program knows its benchmarks, and they do not know it. */
  private static final String MAIN = "dev.athena.bench.Main";

  private Child() {}

  /** Runs a step on a home and returns the figures it printed. */
  static JsonObject run(LatencyStep.Step step, Path home, int size) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(LatencyStep.NAME, step.name(), home.toString(), "" + size));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException(step + " at " + size + " ended with exit code " + exit);
    }
    return JsonCodec.readObject(output);
  }
}
