package dev.athena.execution;

import dev.athena.execution.Report.Bar;
import dev.athena.execution.Report.Picture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Draws violations by the day. */
final class ViolationDays {
  /** The most bars; a longer period has several days in each. */
  static final int BARS_MAX = 92;

  private ViolationDays() {}

  /** Returns a bar for each day of the period; what was seen outside goes to its first or last. */
  static Picture of(ReportScope scope, List<StoredViolation> violations) {
    LocalDate first = day(scope, scope.from());
    LocalDate last = day(scope, scope.to().minusNanos(1));
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long daysEach = Math.ceilDiv(days, BARS_MAX);
    long[] counts = new long[(int) Math.ceilDiv(days, daysEach)];
    for (StoredViolation one : violations) {
      long day = ChronoUnit.DAYS.between(first, day(scope, one.violation().at()));
      counts[(int) (Math.clamp(day, 0, days - 1) / daysEach)]++;
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bars.add(new Bar(first.plusDays(i * daysEach).toString(), counts[i]));
    }
    return new Picture(
        daysEach == 1 ? "violations per day" : "violations per %d days".formatted(daysEach), bars);
  }

  private static LocalDate day(ReportScope scope, Instant time) {
    return LocalDate.ofInstant(time, scope.zone());
  }
}
