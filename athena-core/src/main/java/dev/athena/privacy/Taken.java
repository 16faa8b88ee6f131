package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.AuditRecord;
import dev.athena.principal.Caller;
import dev.athena.storage.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a principal was shown, or had sent, what stands behind pseudonyms. */
final class Taken {
  /** How many requests of a principal are granted in {@link #WINDOW}, of each of the two. */
  static final int REQUESTS_MAX = 120;

  /** In how much time {@value #REQUESTS_MAX} requests are granted. */
  static final Duration WINDOW = Duration.ofHours(1);

  /** What only records of what was sent have among their details. */
  static final String HOST = "host";

  private Taken() {}

  /** Returns whether so much was granted lately that nothing more is. */
  static boolean isTooMuch(Transaction tx, Caller caller, Instant now, boolean isSent) {
    long count = 0;
    Long before = null;
    List<AuditRecord> page;
    do {
      page = tx.store(AuditLog.class).newest(lately(caller, now, before), AuditLog.PAGE_MAX);
      count += page.stream().filter(record -> isOf(record, caller, isSent)).count();
      before = page.isEmpty() ? null : page.getLast().number();
    } while (count < REQUESTS_MAX && page.size() == AuditLog.PAGE_MAX);
    return count >= REQUESTS_MAX;
  }

  private static AuditFilter lately(Caller caller, Instant now, @Nullable Long before) {
    return new AuditFilter(
        caller.namespace().tenant(),
        AuditAction.REVEAL,
        AuditOutcome.DONE,
        now.minus(WINDOW),
        null,
        before);
  }

  private static boolean isOf(AuditRecord record, Caller caller, boolean isSent) {
    return record.event().principal().equals(caller.principal().name())
        && record.event().details().has(HOST) == isSent;
  }
}
