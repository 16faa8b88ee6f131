/**
 * Import and export.
 *
 * <p>{@link dev.athena.app.transfer.Importer} takes in what a source reads, in durable batches, so
 * that an import that was interrupted is simply run again; {@link
 * dev.athena.app.transfer.ImportCommand} and {@link dev.athena.app.transfer.ExportCommand} are the
 * commands.
 */
@NullMarked
package dev.athena.app.transfer;

import org.jspecify.annotations.NullMarked;
