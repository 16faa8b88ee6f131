/**
 * What every command is handed: its streams, its home, its project, and Athena itself.
 *
 * <p>{@link dev.athena.app.context.ShellContext} is the way in. It opens Athena for a command and
 * says for whom calls are made.
 *
 * <p>This package may use {@code config}, {@code engine} and {@code terminal}, and knows no
 * command.
 */
@NullMarked
package dev.athena.app.context;

import org.jspecify.annotations.NullMarked;
