package dev.athena.bench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionalMemoryTest {
  @Test
  void onlyTheWholeShareCounts() {
    List<String> lines =
        List.of("Rss:  9000 kB", "Pss:                7104 kB", "Pss_Anon:  5000 kB");

    assertThat(ProportionalMemory.kibibytes(lines)).isEqualTo(7_104);
  }
}
