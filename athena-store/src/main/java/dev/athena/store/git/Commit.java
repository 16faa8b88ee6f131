package dev.athena.store.git;

import java.time.Instant;
import java.util.List;

/**
 * One commit.
 *
 * @param author the name of the one who made the change
 * @param authoredAt when the change was made
 * @param committedAt when it came into the history as it stands
 * @param message the whole message, without white space around it
 * @param branches the branches that contain it, by name
 * @param merge whether it joins branches; then no files are given, for they changed elsewhere
 * @param files what changed; empty for a commit whose parent a shallow clone left out
 * @param filesOmitted how many more files changed
 */
public record Commit(
    String hash,
    String author,
    Instant authoredAt,
    Instant committedAt,
    String message,
    List<String> branches,
    boolean merge,
    List<FileChange> files,
    int filesOmitted) {
  public Commit {
    branches = List.copyOf(branches);
    files = List.copyOf(files);
  }

  /**
   * How one file changed.
   *
   * @param path the path inside the repository; for a removed file the one it had
   * @param added lines that are new; 0 for a file that is not text
   * @param removed lines that are gone; 0 for a file that is not text
   */
  public record FileChange(String path, int added, int removed) {}
}
