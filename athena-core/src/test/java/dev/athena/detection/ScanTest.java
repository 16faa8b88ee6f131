package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0, 0",
    "none, 0, 0",
    "7, 1, 1",
    "12abc34, 4, 4",
    "12abcd34, 4, 2",
    "1 - 234 / 5, 5, 5",
    "123 and 4567 of 89, 9, 4",
    "1abcd2abc3, 3, 2"
  })
  void countsDigitsAndThoseTogether(String text, int digits, int together) {
    ScanBudget budget = ScanBudget.ofLength(100);

    Scan scan = new Scan(text, budget.begin(text.length()), ContextWords.standard());

    assertThat(scan.digits()).isEqualTo(digits);
    assertThat(scan.digitsTogether()).isEqualTo(together);
  }
}
