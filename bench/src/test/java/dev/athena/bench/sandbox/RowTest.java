package dev.athena.bench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.bench.latency.Percentiles;
import dev.athena.json.JsonCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final Row TIMES = Row.times("calls", new Percentiles(200, 8, 20, 30));

  @Test
  void aTargetIsMetAtItsLimits() {
    assertThat(TIMES.atMost(8, 20).met()).isTrue();
    assertThat(TIMES.atMost(8).met()).isTrue();
  }

  @Test
  void aTargetIsMissedByEitherFigure() {
    assertThat(TIMES.atMost(7.99, 20).met()).isFalse();
    assertThat(TIMES.atMost(8, 19.99).met()).isFalse();
  }

  @Test
  void nothingIsMetWhereNothingIsAskedOrMeasured() {
    assertThat(TIMES.met()).isNull();
    assertThat(Row.missing("srt", "srt is not installed").atMost(1).met()).isNull();
  }

  @Test
  void jsonHasTheFiguresAndTheTarget() {
    assertThat(JsonCodec.write(TIMES.atMost(10, 25).json()))
        .isEqualTo(
            "{\"name\":\"calls\",\"unit\":\"ms\",\"p50\":8.0,\"p95\":20.0,\"target_p50\":10.0,"
                + "\"target_p95\":25.0,\"met\":true,\"note\":\"200 times\"}");
  }

  @Test
  void theTableShowsTargetsAndWhatIsMissing() {
    SandboxReport report =
        new SandboxReport(
            "title", List.of(TIMES.atMost(5), Row.missing("srt", "srt is not installed")));

    assertThat(report.table())
        .contains("8.00     20.00  ms     <= 5.00 missed")
        .contains("not measured: srt is not installed");
  }
}
