/**
 * Models that run on this machine.
 *
 * <p>{@link dev.athena.models.LocalEmbedder} is the way in: texts go through {@code WordPieces}
 * (text to token ids) and {@code OnnxModel} (token ids to a vector). What they need as files on
 * disk is unpacked from the class path by {@code UnpackedResources}.
 *
 * <p>This package may use {@code embedding} and {@code error}. It never opens a network connection
 * and does not know what the texts are or where vectors are kept.
 */
@NullMarked
package dev.athena.models;

import org.jspecify.annotations.NullMarked;
