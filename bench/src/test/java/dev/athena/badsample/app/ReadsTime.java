package dev.athena.badsample.app;

/** Takes the time from the system. */
final class ReadsTime {
  private ReadsTime() {}

  static long read() {
    return System.nanoTime();
  }
}
