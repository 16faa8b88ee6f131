package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What a report is about; its period is widened to whole seconds.
 *
 * @param from the beginning of its period, which belongs to it
 * @param to the end of its period, which does not
 * @param zone where its days begin
 */
public record ReportScope(Namespace namespace, Instant from, Instant to, ZoneId zone) {
  public ReportScope {
    if (!from.isBefore(to)) {
      throw new InvalidArgument(
          "the period from %s to %s is empty".formatted(from, to), "send a from that is before to");
    }
    from = from.truncatedTo(ChronoUnit.SECONDS);
    Instant second = to.truncatedTo(ChronoUnit.SECONDS);
    to = second.equals(to) ? to : second.plusSeconds(1);
  }
}
