/**
 * Procedural memory: how something is done.
 *
 * <p>{@link dev.athena.procedural.ProceduralMemory} is the way in. A procedure is known by its
 * name; remembering it again with other words makes its next version, and the earlier ones are
 * kept.
 *
 * <p>This package may use what lies below it: {@code error}, {@code json}, {@code principal},
 * {@code storage}, {@code memory}, {@code embedding}, {@code text} and {@code index}. It does not
 * know how procedures are stored or who calls it.
 */
@NullMarked
package dev.athena.procedural;

import org.jspecify.annotations.NullMarked;
