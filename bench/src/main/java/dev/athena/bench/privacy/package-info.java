/**
 * What privacy costs: detection, the vault, sealing, and the memory with everything on against the
 * same with everything off.
 */
@NullMarked
package dev.athena.bench.privacy;

import org.jspecify.annotations.NullMarked;
