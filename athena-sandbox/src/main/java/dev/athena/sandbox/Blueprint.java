package dev.athena.sandbox;

import dev.athena.execution.Backend;
import dev.athena.execution.Language;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.SandboxPaths;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is settled about a sandbox when it is built; two programs whose blueprints are equal can use
 * sandboxes of the same store.
 *
 * @param domains the hosts that proxies of the back end let through
 */
record Blueprint(
    Backend backend,
    Language language,
    Kernel kernel,
    SandboxPaths paths,
    List<String> domains,
    Map<String, String> environment) {

  /** Limits that the kernel keeps, in MiB, seconds and pieces. */
  record Kernel(
      int memoryMb, int cpuSeconds, int processes, int fileSizeMb, int openFiles, int workspaceMb) {
    private static final long MIB = 1L << 20;

    /** Threads count as processes do; without any other process these are left for them. */
    private static final int THREADS = 64;

    private static final int STACK_MB = 8;

    /** Returns the limits of a process, by the names that prlimit(1) has for them. */
    Map<String, Long> limits() {
      Map<String, Long> limits = new LinkedHashMap<>();
      limits.put("data", memoryMb * MIB);
      limits.put("stack", STACK_MB * MIB);
      limits.put("cpu", (long) cpuSeconds);
      limits.put("nproc", (long) THREADS + processes);
      limits.put("fsize", fileSizeMb * MIB);
      limits.put("nofile", (long) openFiles);
      limits.put("core", 0L);
      return limits;
    }
  }

  static Blueprint of(Language language, SandboxConfig config) {
    var limits = config.limits();
    return new Blueprint(
        config.backend(),
        language,
        new Kernel(
            limits.memoryMb(),
            limits.cpuSeconds(),
            limits.processes(),
            limits.fileSizeMb(),
            limits.openFiles(),
            limits.workspaceMb()),
        config.paths(),
        config.backend() == Backend.SRT ? config.network().domains() : List.of(),
        texts(config.environment()));
  }

  private static Map<String, String> texts(JsonObject environment) {
    Map<String, String> texts = new TreeMap<>();
    environment
        .members()
        .forEach((name, value) -> {
          if (value instanceof Json.Text(String text)) {
            texts.put(name, text);
          }
        });
    return texts;
  }
}
