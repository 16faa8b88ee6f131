/** A package that keeps the rules. */
@NullMarked
package dev.athena.badsample.error;

import org.jspecify.annotations.NullMarked;
