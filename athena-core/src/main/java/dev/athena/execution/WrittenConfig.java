package dev.athena.execution;

import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Configurations as JSON; most programs run with that of the one before. Safe for many threads. */
final class WrittenConfig {
  private volatile @Nullable Written last;

  private record Written(SandboxConfig config, JsonObject json) {}

  JsonObject of(SandboxConfig config) {
    Written known = last;
    if (known == null || !known.config().equals(config)) {
      known = new Written(config, config.toJson());
      last = known;
    }
    return known.json();
  }
}
