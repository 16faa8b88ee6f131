package dev.athena.app;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Time as the system has it, for handing to those who need it. */
public final class SystemSources {
  private SystemSources() {}

  /** Returns the system's clock. */
  public static InstantSource clock() {
    return InstantSource.system();
  }

  /** Returns a counter of nanoseconds that never goes back; only differences mean something. */
  public static LongSupplier nanos() {
    return System::nanoTime;
  }
}
