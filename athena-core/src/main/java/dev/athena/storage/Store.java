package dev.athena.storage;

/**
 * A part of the storage as one transaction sees it.
 *
 * <p>A store lives as long as the transaction that handed it out, and belongs to its thread. If one
 * of its methods throws, the transaction is doomed and none of its writes survive.
 */
public interface Store {}
