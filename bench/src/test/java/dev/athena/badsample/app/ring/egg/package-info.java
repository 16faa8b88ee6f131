/** The other half of a cycle. */
@NullMarked
package dev.athena.badsample.app.ring.egg;

import org.jspecify.annotations.NullMarked;
