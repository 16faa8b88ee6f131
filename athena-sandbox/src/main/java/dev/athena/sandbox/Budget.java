package dev.athena.sandbox;

import dev.athena.execution.SandboxLimits;

/** How much a program may still call. Safe for use by several threads. */
final class Budget {
  private static final long MIB = 1L << 20;

  private final long bytesMax;
  private final int callsMax;
  private long bytes;
  private int calls;

  Budget(SandboxLimits limits) {
    this.bytesMax = limits.apiMb() * MIB;
    this.callsMax = limits.apiCalls();
  }

  /** Takes a call of {@code size} bytes; returns whether there was one left. */
  synchronized boolean takeCall(int size) {
    calls++;
    return takeBytes(size) && calls <= callsMax;
  }

  synchronized boolean takeBytes(int size) {
    bytes += size;
    return bytes <= bytesMax;
  }

  /** Returns what was used up. */
  synchronized Ending spent() {
    return calls > callsMax ? Ending.API_CALLS : Ending.API_BYTES;
  }
}
