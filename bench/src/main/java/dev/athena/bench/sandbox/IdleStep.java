package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How much memory a sandbox takes that waits for a program. */
record IdleStep() implements Step {
  @Override
  public String title() {
    return "a sandbox that waits";
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Scratch athena = Scratch.open()) {
      SandboxProcesses pool = new SandboxProcesses(ProcessHandle.current());
      for (Language language : Language.values()) {
        athena.prepare(language);
        pool.awaitReady(language, Languages.ready(language));
        rows.add(row(pool, language));
      }
    }
    return rows;
  }

  private static Row row(SandboxProcesses pool, Language language) throws IOException {
    List<ProcessHandle> roots = pool.roots(language);
    long kibibytes = 0;
    for (ProcessHandle root : roots) {
      kibibytes += ProportionalMemory.ofTree(root);
    }
    double megabytes = kibibytes * 1024 / 1e6 / roots.size();
    return Row.figure("its share of memory (Pss), " + Languages.title(language), megabytes, "MB")
        .noting("of " + roots.size() + " ready");
  }
}
