package dev.athena.execution;

import dev.athena.principal.Namespace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which executions, or violations of which executions, are wanted; null means any.
 *
 * @param from those that started then or later
 * @param to those that started before
 * @param before only those that are older than this one, for the next page; if there is no such
 *     execution, none
 */
public record ExecutionFilter(
    Namespace namespace,
    @Nullable String principal,
    @Nullable String preset,
    @Nullable Status status,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable ExecutionId before) {

  /** Returns the filter that lets all executions of a namespace through. */
  public static ExecutionFilter all(Namespace namespace) {
    return new ExecutionFilter(namespace, null, null, null, null, null, null);
  }
}
