package dev.athena.privacy;

import java.util.List;

/** The files that programs left in the folders of their sessions. */
@FunctionalInterface
public interface LeftFiles {
  /** There are none. */
  LeftFiles NONE = (_, _, _) -> 0;

  /**
   * Removes the files of a tenant in which, or in whose name, one of some words stands; returns how
   * many those are.
   *
   * @param dryRun whether they are only counted
   */
  int erase(String tenant, List<String> words, boolean dryRun);
}
