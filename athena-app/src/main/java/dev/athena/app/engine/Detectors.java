package dev.athena.app.engine;

import dev.athena.detection.Detector;
import dev.athena.detection.ScanBudget;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The detector of this process: to make one costs more than a command of the shell may take. */
public final class Detectors {
  /** Texts of the longest memories take a fraction of it. */
  private static final Duration TIME_MAX = Duration.ofSeconds(5);

  private Detectors() {}

  /** Returns the standard detector, made when it is first needed. */
  public static Supplier<Detector> standard() {
    return () -> Standard.DETECTOR;
  }

  /** Returns the same that gives a text up when it takes too long. */
  static Supplier<Detector> patient(InstantSource clock) {
    ScanBudget budget = new ScanBudget(ScanBudget.CHARACTERS_USUAL, TIME_MAX, clock);
    AtomicReference<Detector> made = new AtomicReference<>();
    return () ->
        made.updateAndGet(known -> known == null ? Standard.DETECTOR.within(budget) : known);
  }

  private static final class Standard {
    static final Detector DETECTOR = Detector.standard();
  }
}
