/**
 * Episodic memory: what happened, when, in which session and with what outcome.
 *
 * <p>{@link dev.athena.episodic.EpisodicMemory} is the way in. An episode is kept as it was told;
 * an update keeps the earlier wording as a revision.
 *
 * <p>This package may use what lies below it: {@code error}, {@code json}, {@code principal},
 * {@code storage}, {@code memory}, {@code embedding}, {@code text} and {@code index}. It does not
 * know how episodes are stored or who calls it.
 */
@NullMarked
package dev.athena.episodic;

import org.jspecify.annotations.NullMarked;
