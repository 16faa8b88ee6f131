/** An adapter that knows another. */
@NullMarked
package dev.athena.badsample.models;

import org.jspecify.annotations.NullMarked;
