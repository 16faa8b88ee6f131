/** A program that takes time, chance and pauses from the system, and names things badly. */
@NullMarked
package dev.athena.badsample.app;

import org.jspecify.annotations.NullMarked;
