/**
 * Recall: from a question to the memories that answer it, best first.
 *
 * <p>{@link dev.athena.recall.Recall} is the way in. It asks the index for evidence and {@link
 * dev.athena.recall.Scoring} weighs it; {@link dev.athena.recall.VectorFiller} computes the vectors
 * that recall lives on, in the background.
 *
 * <p>This package may use everything below {@code operation}. It does not know how the index finds
 * its candidates.
 */
@NullMarked
package dev.athena.recall;

import org.jspecify.annotations.NullMarked;
