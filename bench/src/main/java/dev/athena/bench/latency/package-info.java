/**
 * How fast Athena answers, how much memory it takes, and how that grows with what it remembers.
 *
 * <p>{@link dev.athena.bench.latency.LatencyCommand} is the way in. Each size is filled and
 * measured in processes of its own, started with the flags of this one, so that their memory is
 * honest.
 */
@NullMarked
package dev.athena.bench.latency;

import org.jspecify.annotations.NullMarked;
