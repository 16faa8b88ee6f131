/**
 * The commands that remember, recall, change and forget.
 *
 * <p>Each calls an operation by its name and shows the answer: for programs as the JSON that it is,
 * for people as cards. {@link dev.athena.app.memory.OperationCommands} makes a command of any
 * operation; the others are for the hand.
 */
@NullMarked
package dev.athena.app.memory;

import org.jspecify.annotations.NullMarked;
