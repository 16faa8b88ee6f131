package dev.athena.sandbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * What other programs run or obey without being asked, and so stays as it is where it lies on top
 * of a folder that a program may write.
 */
final class Obeyed {
  private static final List<String> NAMES =
      List.of(
          ".git",
          ".gitmodules",
          ".gitconfig",
          ".husky",
          ".bashrc",
          ".bash_profile",
          ".bash_login",
          ".profile",
          ".zshrc",
          ".zshenv",
          ".zprofile",
          ".envrc",
          ".ssh",
          ".config",
          ".vscode",
          ".idea",
          ".claude",
          ".cursor",
          ".mcp.json");

  private Obeyed() {}

  /** Returns what there is of it on top of a folder; a link is left out, since it leads away. */
  static List<String> in(String folder) {
    return NAMES.stream()
        .map(name -> Path.of(folder, name))
        .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
        .filter(path -> !Files.isSymbolicLink(path))
        .map(Path::toString)
        .toList();
  }
}
