package dev.athena.app;

import picocli.CommandLine.Command;

/** {@code athena} itself: tells what there is. */
@Command(
    name = "athena",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = {
      "Memory for AI agents, on your own machine.",
      "",
      "An agent tells Athena what happened and what it learned. Athena keeps it",
      "under ATHENA_HOME (default ~/.athena), finds it again when it matters, and",
      "turns what worked into procedures that can be run.",
      ""
    },
    footer = {
      "",
      "`athena <command> --help` tells more. Commands that print data take --json.",
      "Exit codes: 0 done, 1 failed, 2 wrong use."
    })
final class RootCommand {}
