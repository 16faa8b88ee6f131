/**
 * Storage in one SQLite file, shared by any number of threads and processes.
 *
 * <p>{@link dev.athena.store.sqlite.SqliteStorage} is the way in. Writers take turns and every
 * commit is durable; readers see one state and wait for nobody. Full text is a posting list in FTS5
 * ranked here, vectors are scanned as bit planes held in main memory, and the best read from the
 * file.
 *
 * <p>This package may use the core. Nothing outside knows it but the program that opens it.
 */
@NullMarked
package dev.athena.store.sqlite;

import org.jspecify.annotations.NullMarked;
