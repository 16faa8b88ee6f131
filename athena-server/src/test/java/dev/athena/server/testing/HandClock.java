package dev.athena.server.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when it is told to. */
public final class HandClock implements InstantSource {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves on. */
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }
}
