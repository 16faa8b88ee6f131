package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import java.util.List;
import java.util.stream.Stream;

/** What of this machine's files a program sees, besides the languages and its working folder. */
public record SandboxPaths(
    @Doc(value = "Absolute paths it may read, up to 32.", ifAbsent = "[]") List<String> read,
    @Doc(value = "Absolute paths of folders it may read and write, up to 32.", ifAbsent = "[]")
        List<String> write) {
  /** The most paths of either list. */
  public static final int PATHS_MAX = 32;

  /** The longest path, in characters. */
  public static final int LENGTH_MAX = 1_000;

  private static final List<String> TAKEN =
      List.of("", "proc", "sys", "dev", "run", "athena", "workspace");

  /** Nothing else. */
  public static final SandboxPaths NONE = new SandboxPaths(List.of(), List.of());

  public SandboxPaths {
    read = checked("paths.read", read);
    write = checked("paths.write", write);
  }

  /** Returns whether a program sees what lies at {@code path}. */
  public boolean shows(String path) {
    return Stream.concat(read.stream(), write.stream())
        .map(shown -> shown.endsWith("/") ? shown : shown + "/")
        .anyMatch(shown -> (path + "/").startsWith(shown));
  }

  private static List<String> checked(String option, List<String> paths) {
    if (paths.size() > PATHS_MAX) {
      throw new InvalidArgument(
          option + " has " + paths.size() + " paths", "send up to " + PATHS_MAX);
    }
    for (String path : paths) {
      if (!path.startsWith("/")
          || path.length() > LENGTH_MAX
          || path.indexOf('\0') >= 0
          || List.of(path.split("/")).contains("..")) {
        throw new InvalidArgument(
            "%s has the path \"%s\"".formatted(option, path),
            "send absolute paths without .. of up to " + LENGTH_MAX + " characters");
      }
      checkPlace(option, path);
    }
    return List.copyOf(paths);
  }

  /** The walls of a sandbox are made of these. */
  private static void checkPlace(String option, String path) {
    String top = path.split("/", 3)[1];
    if (TAKEN.contains(top) || path.matches("/tmp/*")) {
      throw new InvalidArgument(
          "%s has the path \"%s\"".formatted(option, path),
          "send a path of data; /, /tmp and what is in /proc, /sys, /dev, /run, /athena and /workspace"
              + " cannot be");
    }
  }
}
