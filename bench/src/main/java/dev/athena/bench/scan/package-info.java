/**
 * How much the scan over bit planes loses against looking at every vector in full.
 *
 * <p>{@link dev.athena.bench.scan.ScanCommand} is the way in.
 */
@NullMarked
package dev.athena.bench.scan;

import org.jspecify.annotations.NullMarked;
