package dev.athena.app.engine;

import dev.athena.detection.Detector;
import java.util.function.Supplier;

/** The detector of this process: to make one costs more than a command of the shell may take. */
final class Detectors {
  private Detectors() {}

  /** Returns the standard detector, made when it is first needed. */
  static Supplier<Detector> standard() {
    return () -> Standard.DETECTOR;
  }

  private static final class Standard {
    static final Detector DETECTOR = Detector.standard();
  }
}
