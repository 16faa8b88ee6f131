// refused: spotless:apply
package dev.athena.sample;

import org.jspecify.annotations.NullMarked;

/** Is not formatted. */
@NullMarked
final class Crooked {
    private Crooked( ) { }
}
