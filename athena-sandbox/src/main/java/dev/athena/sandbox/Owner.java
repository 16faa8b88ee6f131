package dev.athena.sandbox;

import java.time.Instant;
import java.util.Optional;

/** Names processes of this machine by their number and the time they began. */
final class Owner {
  private static final String CURRENT = nameOf(ProcessHandle.current());

  private Owner() {}

  static String current() {
    return CURRENT;
  }

  static boolean isAlive(String owner) {
    int at = owner.indexOf('@');
    if (at <= 0) {
      return false;
    }
    try {
      Optional<ProcessHandle> found = ProcessHandle.of(Long.parseLong(owner.substring(0, at)));
      return found
          .filter(ProcessHandle::isAlive)
          .filter(process -> nameOf(process).equals(owner))
          .isPresent();
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static String nameOf(ProcessHandle process) {
    long began = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return process.pid() + "@" + began;
  }
}
