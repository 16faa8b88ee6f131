package dev.athena.bench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.json.JsonCodec;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void timesOfAProgramAreNanoseconds() throws IOException {
    Times times = Times.of(JsonCodec.read("[1000000, 2000000, 6000000]"));

    assertThat(times.median()).isEqualTo(2.0);
    assertThat(times.mean()).isEqualTo(3.0);
  }

  @Test
  void whatIsNoListOfTimesIsRefused() {
    assertThatThrownBy(() -> Times.of(JsonCodec.read("{}"))).isInstanceOf(IOException.class);
  }

  @Test
  void workIsDoneSoOftenEachAfterWhatComesBefore() throws IOException {
    AtomicInteger before = new AtomicInteger();
    AtomicInteger work = new AtomicInteger();

    Times times =
        Times.of(
            5,
            before::incrementAndGet,
            () -> assertThat(work.incrementAndGet()).isEqualTo(before.get()));

    assertThat(times.count()).isEqualTo(5);
  }
}
