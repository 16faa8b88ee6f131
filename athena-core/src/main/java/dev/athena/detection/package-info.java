/**
 * Detection: where a text holds what must not be stored as it is.
 *
 * <p>{@link dev.athena.detection.Detector} is the way in: it returns {@link
 * dev.athena.detection.Finding}s. It asks one {@link dev.athena.detection.Recognizer} after the
 * other, which read the text as it is and ask {@code checks} whether a number is one; then {@link
 * dev.athena.detection.Overlaps} decides between findings that meet. What credentials look like is
 * data: the files beside this package, each {@link dev.athena.detection.Rule} written from what its
 * vendor publishes; where only the place tells a credential, a {@link dev.athena.detection.Filter}
 * judges the value. So are the words that tell what a number beside them is.
 *
 * <p>This package may use {@code error} and {@code json}. It does not know what becomes of what it
 * finds.
 */
@NullMarked
package dev.athena.detection;

import org.jspecify.annotations.NullMarked;
