package dev.athena.badsample.server;

import java.io.IOException;

/** Starts a program outside the sandbox. */
final class StartsProcess {
  private StartsProcess() {}

  static long start() throws IOException {
    return new ProcessBuilder("true").start().pid();
  }
}
