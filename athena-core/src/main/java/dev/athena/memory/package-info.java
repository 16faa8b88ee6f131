/**
 * What all kinds of memory have in common: an id, a place, an identity, revisions, and a store.
 *
 * <p>{@link dev.athena.memory.Memory} is implemented by an episode, a fact and a procedure; {@link
 * dev.athena.memory.MemoryStore} keeps them.
 *
 * <p>This package may use {@code error}, {@code json}, {@code principal} and {@code storage}.
 */
@NullMarked
package dev.athena.memory;

import org.jspecify.annotations.NullMarked;
