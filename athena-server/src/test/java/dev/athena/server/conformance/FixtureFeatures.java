package dev.athena.server.conformance;

import dev.athena.server.mcp.Features;

/** All features, as the suite wants to see them. */
final class FixtureFeatures {
  private FixtureFeatures() {}

  static Features create(ServerHandle server) {
    return Features.of(new FixtureTools(server))
        .with(new FixtureResources())
        .with(new FixtureSkills())
        .with(new FixturePrompts())
        .withChanges()
        .withLogging();
  }
}
