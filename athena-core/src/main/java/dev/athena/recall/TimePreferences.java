package dev.athena.recall;

import dev.athena.text.TimeExpressions;
import dev.athena.text.TimedQuestion;
import java.time.InstantSource;
import java.time.ZoneId;

/** Reads the times that questions ask about, as seen from now and here. */
public final class TimePreferences {
  private final InstantSource clock;
  private final ZoneId zone;

  public TimePreferences(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  TimedQuestion in(String question) {
    return TimeExpressions.apart(question, clock.instant(), zone);
  }
}
