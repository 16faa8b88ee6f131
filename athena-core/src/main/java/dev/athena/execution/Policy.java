package dev.athena.execution;

import java.util.List;
import java.util.Locale;

/** Decides which programs are not run; what a check found only informs, unless this says no. */
final class Policy {
  private Policy() {}

  /**
   * Looks at an order before anything of it is done.
   *
   * @throws CodeRejected if its configuration does not run its language
   */
  static void check(Program program, SandboxConfig config) {
    if (!config.languages().contains(program.language())) {
      throw new CodeRejected(
          0,
          "this configuration runs no " + program.language().wireName(),
          "it runs " + config.languages().toString().toLowerCase(Locale.ROOT));
    }
  }

  /** Returns what the check of a program found, but for what is allowed where it runs. */
  static List<Finding> telling(CodeReport report, SandboxConfig config) {
    boolean starts = config.limits().processes() > 0;
    return report.findings().stream()
        .filter(finding -> !starts || finding.rule() != FindingRule.SUBPROCESS)
        .toList();
  }

  /**
   * Looks at what the check of a program found.
   *
   * @throws CodeRejected if the configuration refuses such programs
   */
  static void check(CodeReport report, SandboxConfig config) {
    for (Finding finding : report.findings()) {
      if (config.refuse().contains(finding.rule())) {
        throw new CodeRejected(
            finding.line(),
            "line %d: %s".formatted(finding.line(), finding.message()),
            "this configuration refuses %s; %s"
                .formatted(finding.rule().wireName(), finding.hint()));
      }
    }
  }
}
