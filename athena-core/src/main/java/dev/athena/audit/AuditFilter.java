package dev.athena.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted, of one tenant.
 *
 * @param before only those with a lower number; null for all
 */
public record AuditFilter(
    String tenant,
    @Nullable AuditAction action,
    @Nullable AuditOutcome outcome,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Long before) {}
