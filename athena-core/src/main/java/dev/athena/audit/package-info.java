/**
 * Audit: who did what, when and why, in a log that shows every change made to it.
 *
 * <p>An {@link dev.athena.audit.AuditEvent} is appended to the {@link dev.athena.audit.AuditLog} in
 * the transaction that does what it tells. Each record holds the hash of the one before; the {@link
 * dev.athena.audit.AuditChain} finds what was changed, removed, exchanged or cut off.
 *
 * <p>{@link dev.athena.audit.AuditUpkeep} signs the log and drops what is too old, {@link
 * dev.athena.audit.AuditExport} writes it for others to check, and what can wait is kept in {@link
 * dev.athena.audit.AuditNotes}.
 *
 * <p>This package may use {@code crypto}, {@code error}, {@code json}, {@code principal} and {@code
 * storage}. It does not know what is behind the names and numbers that a record holds.
 */
@NullMarked
package dev.athena.audit;

import org.jspecify.annotations.NullMarked;
