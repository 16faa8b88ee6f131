package dev.athena.badsample.server;

/** Ends the program from the inside. */
final class Exits {
  private Exits() {}

  static void exit() {
    System.exit(1);
  }
}
