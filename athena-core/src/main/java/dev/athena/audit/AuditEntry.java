package dev.athena.audit;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the log under a number.
 *
 * @param record null if it cannot be opened, because it was changed
 */
public record AuditEntry(long number, @Nullable AuditRecord record) {}
