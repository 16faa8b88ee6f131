/**
 * Checks of answers against the schemas that promise them.
 *
 * <p>This package may use {@code json} of the core.
 */
@NullMarked
package dev.athena.testkit.schema;

import org.jspecify.annotations.NullMarked;
