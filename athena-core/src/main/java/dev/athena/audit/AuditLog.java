package dev.athena.audit;

import dev.athena.storage.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The log, as one transaction sees it. What was appended is never changed, and goes only with all
 * that was before it, when it is too old to be kept.
 */
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

  /** Adds a checkpoint, unless there is one of the same record. */
  void add(AuditCheckpoint checkpoint);

  /** Returns checkpoints of records after one, in order. */
  List<AuditCheckpoint> checkpointsAfter(long number, int limit);

  /** Returns the newest checkpoint, of those made before a time. */
  Optional<AuditCheckpoint> lastCheckpoint(Instant before);

  /** Removes the oldest records, up to the last one that {@code tombstone} stands for. */
  void drop(AuditTombstone tombstone);

  /** Returns what stays of the records that were dropped, in order. */
  List<AuditTombstone> tombstones();
}
