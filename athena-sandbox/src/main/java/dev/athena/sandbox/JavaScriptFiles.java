package dev.athena.sandbox;

import java.util.List;

/** The files of the runner of JavaScript. */
final class JavaScriptFiles {
  static final List<String> NAMES =
      List.of(
          "calls.mjs",
          "check-calls.mjs",
          "check-imports.mjs",
          "check-loops.mjs",
          "check-secrets.mjs",
          "checks.mjs",
          "descriptors.mjs",
          "errors.mjs",
          "execution.mjs",
          "frames.mjs",
          "modules.mjs",
          "names.mjs",
          "native.mjs",
          "output.mjs",
          "program.mjs",
          "runner.mjs",
          "secrets.mjs",
          "syntax.mjs",
          "values.mjs",
          "warmup.mjs",
          "watch.mjs",
          "workspace.mjs");

  private JavaScriptFiles() {}
}
