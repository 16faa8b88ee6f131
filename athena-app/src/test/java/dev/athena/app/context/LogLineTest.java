package dev.athena.app.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void aMessageIsOneLine() {
    assertThat(line("first\nsecond")).contains("INFO").contains("first second");
    assertThat(line("first\nsecond").lines()).hasSize(1);
  }

  @Test
  void aMessageIsWrittenToItsLimitAndCutOnePast() {
    String full = "x".repeat(LogLine.MESSAGE_LENGTH_MAX);

    assertThat(line(full)).contains(full).doesNotContain("…");
    assertThat(line(full + "y")).contains(full + "…").doesNotContain("y");
  }

  private static String line(String message) {
    return new LogLine().format(new LogRecord(Level.INFO, message));
  }
}
