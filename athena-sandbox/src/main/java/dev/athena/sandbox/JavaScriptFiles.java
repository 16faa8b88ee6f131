package dev.athena.sandbox;

import java.util.List;

/** The files of the runner of JavaScript. */
final class JavaScriptFiles {
  static final List<String> NAMES =
      List.of(
          "api.cjs",
          "calls.cjs",
          "check-calls.cjs",
          "check-imports.cjs",
          "check-loops.cjs",
          "check-secrets.cjs",
          "checks.cjs",
          "descriptors.cjs",
          "errors.cjs",
          "execution.cjs",
          "frames.cjs",
          "modules.cjs",
          "names.cjs",
          "native.cjs",
          "output.cjs",
          "program.cjs",
          "runner.cjs",
          "secrets.cjs",
          "syntax.cjs",
          "values.cjs",
          "warmup.cjs",
          "watch.cjs",
          "workspace.cjs");

  private JavaScriptFiles() {}
}
