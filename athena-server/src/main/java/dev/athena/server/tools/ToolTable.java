package dev.athena.server.tools;

import static dev.athena.server.tools.Profile.CLASSIC;
import static dev.athena.server.tools.Profile.CODE;
import static dev.athena.server.tools.Profile.STANDARD;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tools that are listed, in their order: a line each. */
final class ToolTable {
  private static final Set<Profile> FULL = Set.of(STANDARD, CLASSIC);
  private static final Set<Profile> ALL = Set.of(CODE, STANDARD, CLASSIC);

  static final List<Line> LINES =
      List.of(
          new Line("recall", "tools.recall", "Recall", ALL),
          new Line("remember", "tools.remember", "Remember", ALL),
          new Line("discover_apis", "discover_apis", "Discover APIs", ALL),
          new Line("get_api_docs", "get_api_docs", "API docs", ALL),
          new Line("execute_code", "execute_code", "Run code", ALL),
          new Line(
              "execute_code_with_custom_config",
              "execute_code_with_custom_config",
              "Run code with options",
              FULL),
          new Line("get_sandbox_config", "get_sandbox_config", "Sandbox options", FULL),
          new Line("list_sandbox_presets", "list_sandbox_presets", "Sandbox presets", FULL));

  /** Tools that are called by a name of former days; nobody is told of them. */
  private static final List<Line> FORMER =
      List.of(new Line("execute_memory_code", "execute_code", "Run code", Set.of()));

  private ToolTable() {}

  /**
   * One tool.
   *
   * @param operation the name of the operation it calls
   */
  record Line(String tool, String operation, String title, Set<Profile> profiles) {}

  static List<Line> of(Profile profile) {
    return LINES.stream().filter(line -> line.profiles().contains(profile)).toList();
  }

  static Optional<Line> find(String tool) {
    return Stream.concat(LINES.stream(), FORMER.stream())
        .filter(line -> line.tool().equals(tool))
        .findFirst();
  }
}
