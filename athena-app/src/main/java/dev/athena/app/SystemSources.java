package dev.athena.app;

import dev.athena.app.context.Start;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/** Time and chance as the system has them, for handing to those who need it. */
public final class SystemSources {
  private SystemSources() {}

  /** Returns time and chance as the system has them. */
  public static Start.Sources all() {
    return new Start.Sources(clock(), ZoneId.systemDefault(), nanos(), new SecureRandom());
  }

  /** Returns the system's clock. */
  public static InstantSource clock() {
    return InstantSource.system();
  }

  /** Returns a counter of nanoseconds that never goes back; only differences mean something. */
  public static LongSupplier nanos() {
    return System::nanoTime;
  }
}
