package dev.athena.bench.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much main memory this process occupies. */
final class Resident {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Resident() {}

  /** Returns the resident memory in MB; 0 where the system does not tell. */
  static long megabytes() throws IOException {
    return Files.isReadable(STATUS) ? megabytes(Files.readAllLines(STATUS)) : 0;
  }

  static long megabytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000)
        .findFirst()
        .orElse(0);
  }
}
