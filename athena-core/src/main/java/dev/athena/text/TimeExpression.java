package dev.athena.text;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;

/**
 * Words that name a time.
 *
 * @param next the place after the last of the words
 * @param floating whether the words leave open which of many times is meant, as "in May" does; then
 *     it is the latest that has begun
 * @param meaning the time meant by who speaks at a given moment; empty if there is none, as for 31
 *     June
 */
record TimeExpression(
    int next, boolean floating, Function<ZonedDateTime, Optional<TimeSpan>> meaning) {
  Optional<TimeSpan> meant(ZonedDateTime now) {
    return meaning.apply(now);
  }
}
