package dev.athena.bench.sandbox;

import dev.athena.app.engine.SandboxOptions;
import dev.athena.execution.Language;

/** The languages as the table calls them, and how many sandboxes of each a user has ready. */
final class Languages {
  private Languages() {}

  static String title(Language language) {
    return language == Language.PYTHON ? "Python" : "JavaScript";
  }

  static int ready(Language language) {
    return language == Language.PYTHON
        ? SandboxOptions.DEFAULT.readyPython()
        : SandboxOptions.DEFAULT.readyJavaScript();
  }
}
