package dev.athena.execution;

import dev.athena.json.Doc;

/** What an execution took. */
public record ResourceUse(
    @Doc("From its start to its end, in milliseconds.") double durationMs,
    @Doc("Of that, what was not the program, in milliseconds.") double overheadMs,
    @Doc("Processor time, as the program's process tells it.") long cpuMs,
    @Doc("The most memory it had, as the program's process tells it.") long memoryPeakKb,
    long outputBytes,
    @Doc("Whether the sandbox was waiting ready.") boolean warm) {
  /** What a program took that did not run. */
  public static final ResourceUse NONE = new ResourceUse(0, 0, 0, 0, 0, false);
}
