package dev.athena.bench.tasks;

/**
 * One tool call and its answer.
 *
 * @param written tokens the model writes to make it
 * @param read tokens of the answer, which the model reads
 * @param nanos the time the server took
 * @param dependent whether it had to wait for the call before; one that did not could have been
 *     made in the same turn of the model
 */
record Exchange(int written, int read, long nanos, boolean dependent) {}
