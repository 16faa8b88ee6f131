/**
 * Athena put together: the store, the model and the operations over them, and the work in the
 * background.
 *
 * <p>{@link dev.athena.app.engine.Engine} is the way in; every command of the shell and every door
 * opens one.
 */
@NullMarked
package dev.athena.app.engine;

import org.jspecify.annotations.NullMarked;
