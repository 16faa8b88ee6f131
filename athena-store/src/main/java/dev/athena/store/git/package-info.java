/**
 * The history of a Git repository, read without running Git.
 *
 * <p>{@link dev.athena.store.git.GitHistory} is the way in. Nothing in a repository is changed, and
 * nothing that it asks for is run: no hook, no filter, no configured command.
 *
 * <p>This package may use {@code error} of the core. It does not know what becomes of the commits.
 */
@NullMarked
package dev.athena.store.git;

import org.jspecify.annotations.NullMarked;
