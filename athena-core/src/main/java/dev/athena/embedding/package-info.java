/**
 * Dense vectors of texts.
 *
 * <p>{@link dev.athena.embedding.Embedder} is implemented by the module that runs models; {@link
 * dev.athena.embedding.Vector} is what it makes.
 *
 * <p>This package may use {@code error}.
 */
@NullMarked
package dev.athena.embedding;

import org.jspecify.annotations.NullMarked;
