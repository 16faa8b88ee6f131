/** One half of a cycle. */
@NullMarked
package dev.athena.badsample.app.ring;

import org.jspecify.annotations.NullMarked;
