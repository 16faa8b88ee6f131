package dev.athena.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentTest {
  @Test
  void residentMemoryIsReadInKibibytes() {
    List<String> status = List.of("VmHWM:\t  900000 kB", "VmRSS:\t  200000 kB", "Threads:\t9");

    assertThat(Resident.megabytes(status)).isEqualTo(204);
  }

  @Test
  void aSystemThatDoesNotTellGivesZero() {
    assertThat(Resident.megabytes(List.of())).isZero();
  }
}
