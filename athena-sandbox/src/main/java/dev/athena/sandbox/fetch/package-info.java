/**
 * Fetching: the requests that programs in a sandbox may send, sent for them from outside.
 *
 * <p>{@link dev.athena.sandbox.fetch.HttpFetcher} is the way in. Which hosts a program may ask was
 * decided by the core; this package sees to it that their addresses are public, that an answer
 * stays within its limits, and that nothing of this machine goes along. It may use the core's
 * {@code error} and {@code execution}, and is the only one that uses Apache HttpClient.
 */
@NullMarked
package dev.athena.sandbox.fetch;

import org.jspecify.annotations.NullMarked;
