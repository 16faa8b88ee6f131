/** How well questions find their answers: data sets, metrics and the run over them. */
@NullMarked
package dev.athena.bench.recall;

import org.jspecify.annotations.NullMarked;
