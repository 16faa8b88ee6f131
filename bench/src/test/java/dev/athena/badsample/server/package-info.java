/** An adapter that knows another, the program, and what is not its own. */
@NullMarked
package dev.athena.badsample.server;

import org.jspecify.annotations.NullMarked;
