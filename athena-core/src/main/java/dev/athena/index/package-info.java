/**
 * The search index: what is written beside each memory so that it is found again.
 *
 * <p>An {@link dev.athena.index.IndexEntry} holds the terms, labels and lifetime of a memory, and
 * its vectors once they are computed. {@link dev.athena.index.IndexStore} keeps entries and answers
 * a {@link dev.athena.index.SearchRequest} with {@link dev.athena.index.Evidence}; what the
 * evidence is worth is decided elsewhere.
 *
 * <p>This package may use {@code error}, {@code json}, {@code principal}, {@code storage}, {@code
 * memory}, {@code embedding} and {@code text}.
 */
@NullMarked
package dev.athena.index;

import org.jspecify.annotations.NullMarked;
