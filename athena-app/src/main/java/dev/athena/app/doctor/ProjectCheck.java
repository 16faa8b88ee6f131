package dev.athena.app.doctor;

import dev.athena.error.AthenaException;
import dev.athena.store.git.GitHistory;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which project commands work in, and whether its Git history can be read. */
public final class ProjectCheck implements Check {
  private final Supplier<String> project;
  private final @Nullable Path gitRoot;

  /**
   * Returns a check of the present project.
   *
   * @param gitRoot the root of the Git repository around, or null if there is none
   */
  public ProjectCheck(Supplier<String> project, @Nullable Path gitRoot) {
    this.project = project;
    this.gitRoot = gitRoot;
  }

  @Override
  public String subject() {
    return "project";
  }

  @Override
  public Finding look() {
    try {
      String name = project.get();
      Path root = gitRoot;
      return root == null ? Finding.good(name + ", in no Git repository") : history(name, root);
    } catch (AthenaException e) {
      return Finding.missing(e.problem(), e.hint());
    }
  }

  private static Finding history(String name, Path root) {
    try (GitHistory history = GitHistory.open(root)) {
      return Finding.good(
          "%s, in a Git repository of %,d commits".formatted(name, history.count()));
    } catch (AthenaException e) {
      return Finding.poor(name + "; " + e.problem(), e.hint());
    }
  }
}
