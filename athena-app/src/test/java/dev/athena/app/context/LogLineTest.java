package dev.athena.app.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.detection.Detector;
import dev.athena.privacy.Masking;
import java.util.function.UnaryOperator;
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
    return new LogLine(UnaryOperator.identity()).format(new LogRecord(Level.INFO, message));
  }

  @Test
  void whatIsSensitiveIsInNoLineAndNoStack() {
    LogRecord record = new LogRecord(Level.WARNING, "could not write to {0}");
    record.setParameters(new Object[] {"ann.smith@harbour.example.org"});
    record.setThrown(
        new IllegalStateException(
            "at https://ann:hunter2horses@harbour.example.org/x",
            new IllegalArgumentException("with ghp_16C7e42F292c6912E7710c838347Ae178B4a")));

    String line = new LogLine(new Masking(Detector::standard)).format(record);

    assertThat(line)
        .contains("could not write to [EMAIL]", "IllegalArgumentException", "LogLineTest")
        .doesNotContain("ann.smith", "hunter2horses", "ghp_16C7");
  }
}
