package dev.athena.sandbox;

import java.util.List;

/** The files of the runner of JavaScript. */
final class JavaScriptFiles {
  static final List<String> NAMES = List.of("runner.mjs", "checks.mjs");

  private JavaScriptFiles() {}
}
