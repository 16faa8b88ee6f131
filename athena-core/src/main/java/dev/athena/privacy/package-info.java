/**
 * Privacy: what must not be stored as it is, found in texts.
 *
 * <p>{@link dev.athena.privacy.Detector} is the way in: it returns where a text holds what is
 * sensitive, as {@link dev.athena.privacy.Finding}s. What credentials look like is data: the files
 * beside this package, each {@link dev.athena.privacy.Rule} written from what its vendor publishes.
 *
 * <p>This package may use {@code error}, {@code json}, {@code principal} and {@code storage}. It
 * does not know what kinds of memory there are.
 */
@NullMarked
package dev.athena.privacy;

import org.jspecify.annotations.NullMarked;
