/**
 * Detection: where a text holds what must not be stored as it is.
 *
 * <p>{@link dev.athena.detection.Detector} is the way in: it returns {@link
 * dev.athena.detection.Finding}s. What credentials look like is data: the files beside this
 * package, each {@link dev.athena.detection.Rule} written from what its vendor publishes. Where
 * only the place tells a credential, a {@link dev.athena.detection.Filter} judges the value.
 *
 * <p>This package may use {@code error} and {@code json}. It does not know what becomes of what it
 * finds.
 */
@NullMarked
package dev.athena.detection;

import org.jspecify.annotations.NullMarked;
