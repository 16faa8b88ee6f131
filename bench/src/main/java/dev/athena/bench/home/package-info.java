/** Homes that live as long as a benchmark. */
@NullMarked
package dev.athena.bench.home;

import org.jspecify.annotations.NullMarked;
