/** An adapter that knows another. */
@NullMarked
package dev.athena.badsample.sandbox;

import org.jspecify.annotations.NullMarked;
