package dev.athena.execution;

import dev.athena.principal.Namespace;
import dev.athena.storage.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executions and their violations as one transaction sees them.
 *
 * <p>Times are kept to the millisecond. Of executions that started at the same one, the later added
 * is the newer.
 */
public interface ExecutionStore extends Store {
  /**
   * Adds the record of an execution that is about to start.
   *
   * @throws IllegalStateException if there is one with its id, of any namespace, or if it has ended
   */
  void start(ExecutionRecord started);

  /**
   * Completes the record of an execution and adds its violations; returns false, and changes
   * nothing, if there is none of that id or it is complete.
   */
  boolean end(
      Namespace namespace, ExecutionId id, ExecutionRecord.Ended ended, List<Violation> violations);

  /**
   * Puts the texts of a record and its violations in the place of those there; nothing is kept of
   * the former ones. Returns whether there is one with its id.
   */
  boolean rewrite(ExecutionRecord record, List<Violation> violations);

  /** Returns the projects of {@code tenant} in which anything was run, by name. */
  List<String> projects(String tenant);

  /** Returns one execution. */
  Optional<ExecutionRecord> find(Namespace namespace, ExecutionId id);

  /** Returns up to {@code limit} executions, the newest first. */
  List<ExecutionRecord> list(ExecutionFilter filter, int limit);

  /**
   * Returns up to {@code limit} violations of the executions that pass the filter, the newest
   * execution first and within one in the order they were seen.
   *
   * @param kind only these, or null
   * @param severityAtLeast only these and worse ones, or null
   */
  List<StoredViolation> violations(
      ExecutionFilter filter,
      @Nullable ViolationKind kind,
      @Nullable Severity severityAtLeast,
      int limit);

  /** Returns the violations of one execution in the order they were seen. */
  List<Violation> violations(Namespace namespace, ExecutionId id);

  /**
   * Returns, over all namespaces, up to {@code limit} executions that have not ended, the oldest
   * first.
   */
  List<ExecutionRecord> unfinished(int limit);

  /** Removes an ended execution with its violations; returns whether it was there. */
  boolean remove(Namespace namespace, ExecutionId id);

  /** Removes the source of one execution and keeps its hash; returns whether it had one. */
  boolean redact(Namespace namespace, ExecutionId id);

  /** Removes, over all namespaces, the sources of what started before; returns how many. */
  int redactBefore(Instant before);

  /**
   * Removes, over all namespaces, ended executions that started before, with their violations;
   * returns how many executions.
   */
  int removeBefore(Instant before);

  /** Counts the executions that pass the filter, and their violations, by everything at once. */
  List<ExecutionCount> count(ExecutionFilter filter);
}
