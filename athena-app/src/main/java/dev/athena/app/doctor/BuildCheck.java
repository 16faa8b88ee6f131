package dev.athena.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the program was started from a build, and fast. */
public final class BuildCheck implements Check {
  private final String aotCache;

  /**
   * Returns a check of how the program was started.
   *
   * @param aotCache the start-up cache that the launcher used; empty if none
   */
  public BuildCheck(String aotCache) {
    this.aotCache = aotCache;
  }

  @Override
  public String subject() {
    return "start-up cache";
  }

  @Override
  public Finding look() {
    if (!aotCache.isEmpty() && Files.isRegularFile(Path.of(aotCache))) {
      return Finding.good(aotCache);
    }
    return Finding.poor(
        "none, so each start takes about a second longer",
        "start with ./athena from a folder that can be written to; the cache is made in the"
            + " background");
  }
}
