/**
 * What tasks of an agent cost in tokens and time, done by calling tools and done by code.
 *
 * <p>{@link dev.athena.bench.tasks.TokensCommand} is the way in. Each {@link
 * dev.athena.bench.tasks.Task} is done in both ways on equal memories, over a real server, and both
 * have to come to the same answer.
 */
@NullMarked
package dev.athena.bench.tasks;

import org.jspecify.annotations.NullMarked;
