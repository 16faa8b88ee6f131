package dev.athena.app.engine;

import dev.athena.models.LocalEmbedder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * What an engine is made with.
 *
 * @param home the folder of all data
 * @param model the name of the embedding model
 * @param embeddingThreads how many texts are embedded at once
 * @param sandbox what code runs with
 * @param protection how what is stored is protected
 */
public record EngineOptions(
    Path home,
    String model,
    int embeddingThreads,
    SandboxOptions sandbox,
    Protection protection,
    InstantSource clock,
    ZoneId zone,
    RandomGenerator chance) {

  Path storeFolder() {
    return home.resolve("store");
  }

  LocalEmbedder.Options embedding() {
    return new LocalEmbedder.Options(home.resolve("cache"), model, embeddingThreads);
  }
}
