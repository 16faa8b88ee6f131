/**
 * How the core reaches what is kept: transactions that hand out stores by type.
 *
 * <p>{@link dev.athena.storage.Storage} is the way in. A feature declares its own {@link
 * dev.athena.storage.Store} interface and asks a transaction for it, so this package knows no
 * feature and no database.
 *
 * <p>This package may use {@code error}.
 */
@NullMarked
package dev.athena.storage;

import org.jspecify.annotations.NullMarked;
