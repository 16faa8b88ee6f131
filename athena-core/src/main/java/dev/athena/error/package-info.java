/**
 * What can go wrong, told to callers.
 *
 * <p>{@link dev.athena.error.AthenaException} is the one root: it carries an {@link
 * dev.athena.error.ErrorCode}, a message and a hint that are fit for the caller. What only an
 * operator may see goes into the cause. {@link dev.athena.error.Characters} counts what limits of
 * texts are told in.
 */
@NullMarked
package dev.athena.error;

import org.jspecify.annotations.NullMarked;
