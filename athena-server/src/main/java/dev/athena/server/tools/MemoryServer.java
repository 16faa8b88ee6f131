package dev.athena.server.tools;

import dev.athena.operation.OperationRegistry;
import dev.athena.operation.Operations;
import dev.athena.server.mcp.Environment;
import dev.athena.server.mcp.Features;
import dev.athena.server.mcp.McpServer;
import dev.athena.server.mcp.ServerInfo;

/** Puts together the MCP server of the memory. */
public final class MemoryServer {
  private static final String ROOT = "athena://api";

  private MemoryServer() {}

  /**
   * Returns a server that offers {@code operations}.
   *
   * @param version the version of Athena, shown to clients
   */
  public static McpServer create(
      Operations operations, Serving serving, String version, Environment environment) {
    ServerInfo info =
        new ServerInfo("athena", version, "Athena", "A memory that lasts across sessions.");
    return new McpServer(info, Instructions.TEXT, features(operations, serving), environment);
  }

  /** Whom a server serves, and which tools it lists. */
  public record Serving(Callers callers, Profile profile) {}

  /** Returns what a server of {@code operations} offers. */
  static Features features(Operations operations, Serving serving) {
    OperationRegistry registry = operations.registry();
    ApiFiles tree = new ApiFiles(registry, ROOT, index(), "");
    ApiFiles skill = new ApiFiles(registry, ApiSkills.ROOT, ApiSkills.entrance(), ".md");
    return Features.of(new OperationTools(operations, serving.callers(), serving.profile()))
        .with(new ApiResources(tree, skill))
        .with(new ApiSkills(skill));
  }

  private static ApiFiles.Entrance index() {
    return new ApiFiles.Entrance("README.md", "All operations, a line each.", "");
  }
}
