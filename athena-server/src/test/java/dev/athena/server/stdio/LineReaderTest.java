package dev.athena.server.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineReaderTest {
  @Test
  void linesEndAtLineFeedsAndTheLastOneNeedNot() throws IOException {
    assertThat(lines("a\r\n\nbc\n\rd", 10)).containsExactly("a", "", "bc", "\rd");
  }

  @Test
  void nothingHasNoLines() throws IOException {
    assertThat(lines("", 10)).isEmpty();
  }

  @Test
  void aLineAtTheLimitIsReadAndOnePastItIsSkipped() throws IOException {
    String most = "x".repeat(10);

    assertThat(lines(most + "\n" + most + "x\nnext\n", 10))
        .containsExactly(most, "too long", "next");
    assertThat(lines(most + "x", 10)).containsExactly("too long");
  }

  @Test
  void aLineLongerThanTheBufferIsWhole() throws IOException {
    String line = "0123456789".repeat(20_000);

    assertThat(lines(line + "\nnext", line.length())).containsExactly(line, "next");
    assertThat(lines(line + "\nnext", line.length() - 1)).containsExactly("too long", "next");
  }

  private static List<String> lines(String text, int lineBytesMax) throws IOException {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    LineReader reader = new LineReader(in, lineBytesMax);
    List<String> lines = new ArrayList<>();
    while (true) {
      switch (reader.read()) {
        case LineReader.Line.End() -> {
          return lines;
        }
        case LineReader.Line.TooLong() -> lines.add("too long");
        case LineReader.Line.Whole(byte[] bytes) ->
            lines.add(new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }
}
