/**
 * What can be imported: each source reads one kind of file or repository into items of {@code
 * remember_many}.
 *
 * <p>{@link dev.athena.app.transfer.source.Source} is what all have in common. A source never fails
 * because of one bad piece: it says what it left out and why, and goes on.
 *
 * <p>This package may use {@code athena-store} to read Git, and knows no memory.
 */
@NullMarked
package dev.athena.app.transfer.source;

import org.jspecify.annotations.NullMarked;
