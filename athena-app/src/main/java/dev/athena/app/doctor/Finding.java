package dev.athena.app.doctor;

/**
 * What a check found.
 *
 * @param state whether Athena can live with it
 * @param found what there is
 * @param remedy what to do about it; empty where nothing is to be done
 */
public record Finding(State state, String found, String remedy) {
  /** Whether Athena can live with what was found. */
  public enum State {
    /** All is well. */
    GOOD,
    /** Athena works, but less well. */
    POOR,
    /** Athena does not work, or a part of it. */
    MISSING
  }

  /** Returns that all is well. */
  public static Finding good(String found) {
    return new Finding(State.GOOD, found, "");
  }

  /** Returns that something could be better. */
  public static Finding poor(String found, String remedy) {
    return new Finding(State.POOR, found, remedy);
  }

  /** Returns that something is missing. */
  public static Finding missing(String found, String remedy) {
    return new Finding(State.MISSING, found, remedy);
  }
}
