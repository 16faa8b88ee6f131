/**
 * The operations that every door offers, each written once.
 *
 * <p>{@link dev.athena.operation.MemoryApi} is the list of them, with their documentation; the
 * {@link dev.athena.operation.OperationRegistry} is read off it. {@link
 * dev.athena.operation.Operations} is the one place through which every call goes: it checks the
 * grant, the rate and the arguments, runs the operation and counts it. Schemas, documentation,
 * tools and stubs are derived from the registry and from nothing else.
 *
 * <p>This package may use all others of the core.
 */
@NullMarked
package dev.athena.operation;

import org.jspecify.annotations.NullMarked;
