package dev.athena.badsample.server;

/** Prints where a protocol may be speaking. */
final class Prints {
  private Prints() {}

  static void print() {
    System.out.println("hello");
  }
}
