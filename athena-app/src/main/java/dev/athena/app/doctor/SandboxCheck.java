package dev.athena.app.doctor;

import dev.athena.app.engine.Code;
import dev.athena.app.engine.EngineOptions;
import dev.athena.error.AthenaException;
import dev.athena.execution.Backend;
import dev.athena.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether code can be run, and behind walls that stand. */
public final class SandboxCheck implements Check {
  private final Supplier<EngineOptions> options;
  private final Backend backend;

  public SandboxCheck(Supplier<EngineOptions> options, Backend backend) {
    this.options = options;
    this.backend = backend;
  }

  @Override
  public String subject() {
    return backend == Backend.BWRAP ? "sandbox" : "srt sandbox";
  }

  @Override
  public Finding look() {
    try (Sandbox sandbox = Code.sandbox(options.get())) {
      Map<String, Boolean> walls = sandbox.test(backend);
      List<String> missing =
          walls.entrySet().stream()
              .filter(wall -> !wall.getValue())
              .map(Map.Entry::getKey)
              .toList();
      return missing.isEmpty()
          ? Finding.good("an attempt to get out met all %d walls".formatted(walls.size()))
          : Finding.poor(
              "no code is run: it does not hold that " + String.join(", nor that ", missing),
              "run `athena sandbox test` and see the log");
    } catch (AthenaException e) {
      return Finding.poor("no code is run: " + e.problem(), e.hint());
    }
  }
}
