/**
 * Words: what full text search stores and asks for, and the times a question names.
 *
 * <p>{@link dev.athena.text.TextAnalysis} turns a text or a question into {@link
 * dev.athena.text.Terms}; {@link dev.athena.text.TimeExpressions} finds the {@link
 * dev.athena.text.TimeSpan} a question speaks of. Everything here is a pure function of its
 * arguments.
 *
 * <p>This package may use {@code error}. It does not know where terms are kept or how they are
 * scored.
 */
@NullMarked
package dev.athena.text;

import org.jspecify.annotations.NullMarked;
