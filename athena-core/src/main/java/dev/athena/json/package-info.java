/**
 * JSON: one tree, one codec, one schema builder.
 *
 * <p>{@link dev.athena.json.Json} is a value, {@link dev.athena.json.JsonCodec} reads and writes
 * it. Jackson's streaming parser does the work underneath and is seen nowhere else.
 *
 * <p>This package may use {@code error}.
 */
@NullMarked
package dev.athena.json;

import org.jspecify.annotations.NullMarked;
