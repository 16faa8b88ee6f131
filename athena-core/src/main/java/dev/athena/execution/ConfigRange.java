package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import java.math.BigDecimal;

/** Checks that options are in their ranges. */
final class ConfigRange {
  private ConfigRange() {}

  static void check(String option, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new InvalidArgument(
          option + " is " + plain(value), "send " + plain(min) + " to " + plain(max));
    }
  }

  static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
