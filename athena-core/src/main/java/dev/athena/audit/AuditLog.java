package dev.athena.audit;

import dev.athena.storage.Store;
import java.util.List;

/** The log, as one transaction sees it. What was appended is never changed. */
public interface AuditLog extends Store {
  /** The most records of a page. */
  int PAGE_MAX = 1_000;

  /** Appends an event and returns its record. */
  AuditRecord append(AuditEvent event);

  /** Returns records that fit a filter, the newest first. */
  List<AuditRecord> newest(AuditFilter filter, int limit);

  /** Returns what stands after one number, in order, whatever was done to it. */
  List<AuditEntry> after(long number, int limit);

  /** Returns what was written down of the last record when it was appended. */
  AuditHead head();
}
