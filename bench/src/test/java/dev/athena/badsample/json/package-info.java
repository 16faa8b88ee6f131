/** A package that uses more than its row allows. */
@NullMarked
package dev.athena.badsample.json;

import org.jspecify.annotations.NullMarked;
