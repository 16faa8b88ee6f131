/**
 * The demonstration: Athena remembers its own history and answers from it.
 *
 * <p>{@link dev.athena.app.demo.DemoCommand} is the command. It works in a home of its own and
 * leaves the memories of its user alone.
 */
@NullMarked
package dev.athena.app.demo;

import org.jspecify.annotations.NullMarked;
