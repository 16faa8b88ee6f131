package dev.athena.text;

import java.util.List;

/**
 * A question taken apart.
 *
 * @param times the times it may speak of, the likeliest first; empty if it speaks of none
 * @param subject what is left of it without the words that name the time, in plain spelling
 */
public record TimedQuestion(List<TimeSpan> times, String subject) {
  public TimedQuestion {
    times = List.copyOf(times);
  }
}
