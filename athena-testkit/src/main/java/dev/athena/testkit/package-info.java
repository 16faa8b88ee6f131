/**
 * What tests of every module share: contracts that each backend runs, twins that keep everything in
 * main memory, a clock that stands still, and a model that knows words only.
 *
 * <p>{@link dev.athena.testkit.InMemoryStorage} is the twin of a storage: it does the same by the
 * plainest means, so a real backend can be compared with it. The classes named {@code …Contract}
 * are extended by the tests of each backend.
 *
 * <p>This package may use the core, JUnit and AssertJ. No main code may use it.
 */
@NullMarked
package dev.athena.testkit;

import org.jspecify.annotations.NullMarked;
