/**
 * Privacy: what is sensitive is replaced by {@link dev.athena.privacy.Pseudonym}s before anything
 * is stored, embedded or logged.
 *
 * <p>This package may use {@code audit}, {@code crypto}, {@code detection}, {@code error}, {@code
 * json}, {@code principal} and {@code storage}. It does not know what kinds of memory there are.
 */
@NullMarked
package dev.athena.privacy;

import org.jspecify.annotations.NullMarked;
