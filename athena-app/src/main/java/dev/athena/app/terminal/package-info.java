/**
 * What a person sees: colour, tables, cards and progress.
 *
 * <p>{@link dev.athena.app.terminal.Terminal} is the way in. It writes to the streams it was given,
 * with colour only where they are a terminal, and knows nothing of commands or memories.
 */
@NullMarked
package dev.athena.app.terminal;

import org.jspecify.annotations.NullMarked;
