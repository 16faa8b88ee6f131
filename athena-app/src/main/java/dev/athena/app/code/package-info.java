/**
 * The commands about code: {@code athena exec} and {@code athena sandbox}.
 *
 * <p>What they do is done by the operations of {@code dev.athena.operation.CodeApi}; here it is
 * typed and shown.
 */
@NullMarked
package dev.athena.app.code;

import org.jspecify.annotations.NullMarked;
