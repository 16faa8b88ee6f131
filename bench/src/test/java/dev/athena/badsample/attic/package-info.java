/** A package without a row in the table. */
@NullMarked
package dev.athena.badsample.attic;

import org.jspecify.annotations.NullMarked;
