/** What the tests of the protocol share: small servers, a clock that is set by hand, messages. */
@NullMarked
package dev.athena.server.testing;

import org.jspecify.annotations.NullMarked;
