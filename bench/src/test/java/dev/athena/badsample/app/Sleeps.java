package dev.athena.badsample.app;

/** Sleeps, and a test has to wait for it. */
final class Sleeps {
  private Sleeps() {}

  static void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
