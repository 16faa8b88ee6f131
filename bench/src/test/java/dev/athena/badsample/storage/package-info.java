/** A package that others must not use. */
@NullMarked
package dev.athena.badsample.storage;

import org.jspecify.annotations.NullMarked;
