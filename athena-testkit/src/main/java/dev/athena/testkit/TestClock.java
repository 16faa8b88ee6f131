package dev.athena.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class TestClock implements InstantSource {
  /** The moment at which every test begins. */
  public static final Instant START = Instant.parse("2026-03-04T05:06:07.089Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock on. */
  public void advance(Duration step) {
    now = now.plus(step);
  }
}
