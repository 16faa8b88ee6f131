/**
 * The program: the shell, its settings and the wiring of everything else.
 *
 * <p>{@link dev.athena.app.Main} is where it starts, {@link dev.athena.app.Shell} runs one command
 * line, and {@link dev.athena.app.Commands} lists the commands. What the rest of Athena is handed
 * instead of asking the system for it comes from {@link dev.athena.app.SystemSources}.
 *
 * <p>This package may use everything; nothing but the benchmarks may use it.
 */
@NullMarked
package dev.athena.app;

import org.jspecify.annotations.NullMarked;
