package dev.athena.bench.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much memory processes take, pages that several have in common shared between them. */
final class ProportionalMemory {
  private ProportionalMemory() {}

  /** Returns the KiB of a process and all below it. */
  static long ofTree(ProcessHandle root) throws IOException {
    long sum = 0;
    for (ProcessHandle one : Stream.concat(Stream.of(root), root.descendants()).toList()) {
      sum += kibibytes(Files.readAllLines(Path.of("/proc", "" + one.pid(), "smaps_rollup")));
    }
    return sum;
  }

  /** Returns the KiB that the lines of a {@code smaps_rollup} tell. */
  static long kibibytes(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
