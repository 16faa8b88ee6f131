/**
 * Who calls, for which part of the memory, and what they may do.
 *
 * <p>A {@link dev.athena.principal.Caller} travels with every call from the door to the store.
 *
 * <p>This package may use {@code error}.
 */
@NullMarked
package dev.athena.principal;

import org.jspecify.annotations.NullMarked;
