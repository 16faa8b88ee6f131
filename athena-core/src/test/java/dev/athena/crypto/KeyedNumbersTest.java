package dev.athena.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class KeyedNumbersTest {
  private static final byte[] KEY =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  private final KeyedNumbers numbers = new KeyedNumbers(KEY);

  @Test
  void aNumberHasTheSameNameAloneAndAmongOthers() {
    long[] names = numbers.of(5, 7, 5);

    assertThat(names[0]).isEqualTo(names[2]).isNotEqualTo(names[1]);
    assertThat(numbers.of(7)).containsExactly(names[1]);
    assertThat(new KeyedNumbers(KEY).of(7)).containsExactly(names[1]);
    assertThat(numbers.of()).isEmpty();
  }

  @Test
  void anotherKeyGivesOtherNames() {
    byte[] other = KEY.clone();
    other[31]++;

    assertThat(new KeyedNumbers(other).of(5)).doesNotContain(numbers.of(5));
  }

  @Test
  void manyNumbersHaveManyNames() {
    assertThat(LongStream.of(numbers.of(LongStream.range(0, 10_000).toArray())).distinct().count())
        .isEqualTo(10_000);
  }
}
