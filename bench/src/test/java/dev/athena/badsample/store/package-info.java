/** An adapter that knows another. */
@NullMarked
package dev.athena.badsample.store;

import org.jspecify.annotations.NullMarked;
