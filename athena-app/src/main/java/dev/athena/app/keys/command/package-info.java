/**
 * The commands about keys.
 *
 * <p>{@link dev.athena.app.keys.command.KeysCommand} is all of {@code athena keys}.
 */
@NullMarked
package dev.athena.app.keys.command;

import org.jspecify.annotations.NullMarked;
