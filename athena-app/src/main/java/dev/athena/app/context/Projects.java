package dev.athena.app.context;

import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which project the memories of a folder belong to.
 *
 * <p>It is called by the path of the Git repository that the folder is in, so that two checkouts of
 * the same name stay apart. All worktrees of a repository share the project of its main one. A path
 * too long for a name keeps its end and gets a checksum.
 */
public final class Projects {
  private static final String WORKTREES = ".git/worktrees/";
  private static final String GITDIR = "gitdir:";
  private static final int POINTER_BYTES_MAX = 10_000;

  private Projects() {}

  /** Returns the project of {@code folder}: the root of its repository, else the default. */
  public static String of(Path folder) {
    Path root = gitRoot(folder);
    return root == null ? Namespace.DEFAULT_PROJECT : named(root.toString());
  }

  /** Returns the main folder of the Git repository that {@code folder} is in, or null. */
  public static @Nullable Path gitRoot(Path folder) {
    Path at = real(folder);
    while (at != null) {
      Path git = at.resolve(".git");
      if (Files.isDirectory(git)) {
        return at;
      }
      if (Files.isRegularFile(git)) {
        return mainFolder(at, git);
      }
      at = at.getParent();
    }
    return null;
  }

  static String named(String path) {
    if (path.length() <= Namespace.NAME_LENGTH_MAX) {
      return path;
    }
    String checksum = HexFormat.of().toHexDigits(path.hashCode());
    String end = path.substring(path.length() - Namespace.NAME_LENGTH_MAX + checksum.length() + 2);
    return "…" + end + "#" + checksum;
  }

  /** A worktree has a file that points into the repository it belongs to. */
  private static Path mainFolder(Path worktree, Path pointer) {
    try {
      if (Files.size(pointer) > POINTER_BYTES_MAX) {
        return worktree;
      }
      String text = Files.readString(pointer).strip();
      String target = text.startsWith(GITDIR) ? text.substring(GITDIR.length()).strip() : "";
      Path gitFolder = worktree.resolve(target).normalize();
      int end = gitFolder.toString().replace('\\', '/').lastIndexOf(WORKTREES);
      Path main = end < 0 ? null : real(Path.of(gitFolder.toString().substring(0, end)));
      return main != null && Files.isDirectory(main) ? main : worktree;
    } catch (IOException | RuntimeException _) {
      return worktree;
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException _) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
