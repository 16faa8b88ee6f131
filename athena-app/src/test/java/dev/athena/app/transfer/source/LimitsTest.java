package dev.athena.app.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void aLineIsTakenToItsLimitAndPassedOverOnePast() throws IOException {
    assertThat(lines("12345\n123456\n\n1\n")).containsExactly("1:12345", "2!", "4:1");
    assertThat(lines("123456")).containsExactly("1!");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void aMarkOfByteOrderIsNoText() throws IOException {
    assertThat(lines("\uFEFFa")).containsExactly("1:a");
  }

  @Test
  void aTextIsTakenToItsLimitAndCutOnePast() {
    assertThat(Cut.of("12345", 5)).isEqualTo(new Cut("12345", null));
    assertThat(Cut.of("123456", 5)).isEqualTo(new Cut("12345", 6));
    assertThat(Cut.of("1234\uD83D\uDE00", 5)).isEqualTo(new Cut("1234\uD83D\uDE00", null));
    assertThat(Cut.of("1234\uD83D\uDE006", 5)).isEqualTo(new Cut("1234\uD83D\uDE00", 6));
  }

  private static List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    new TextLines(5)
        .read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            new TextLines.Visitor() {
              @Override
              public void line(int number, String line) {
                lines.add(number + ":" + line);
              }

              @Override
              public void tooLong(int number) {
                lines.add(number + "!");
              }
            });
    return lines;
  }
}
