package dev.athena.detection;

import dev.athena.error.InvalidArgument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How much of one text is scanned, and for how long.
 *
 * @param charactersMax a longer text is not scanned at all
 * @param timeMax looked at between steps, of which each takes little
 */
public record ScanBudget(int charactersMax, Duration timeMax, InstantSource clock) {
  /** The most characters that can be allowed. */
  public static final int CHARACTERS_MAX = 64 * 1024 * 1024;

  /** How many are scanned where nothing else is said. */
  public static final int CHARACTERS_USUAL = 4 * 1024 * 1024;

  public ScanBudget {
    if (charactersMax < 1 || charactersMax > CHARACTERS_MAX) {
      throw new InvalidArgument(
          "a scan of %,d characters".formatted(charactersMax),
          "set a number from 1 to " + CHARACTERS_MAX);
    }
    if (!timeMax.isPositive()) {
      throw new InvalidArgument("a scan within " + timeMax, "set a time above zero, such as PT2S");
    }
  }

  /** Returns one in which only the length counts: its clock stands still. */
  public static ScanBudget ofLength(int charactersMax) {
    return new ScanBudget(charactersMax, Duration.ofDays(1), InstantSource.fixed(Instant.EPOCH));
  }

  /**
   * Begins to count the time.
   *
   * @throws ScanIncomplete if the text is too long
   */
  Running begin(int characters) {
    if (characters > charactersMax) {
      throw ScanIncomplete.tooLong(characters, charactersMax);
    }
    return new Running(this, clock.instant().plus(timeMax));
  }

  /** A budget of which the time runs. */
  record Running(ScanBudget budget, Instant end) {
    /**
     * Does nothing while there is time.
     *
     * @throws ScanIncomplete if there is none left
     */
    void check() {
      if (budget.clock.instant().isAfter(end)) {
        throw ScanIncomplete.tooSlow(budget.timeMax.toMillis());
      }
    }
  }
}
