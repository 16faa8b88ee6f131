package dev.athena.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one session on this machine; only Athena ever writes here, and nothing is run here.
 *
 * <p>What a program left comes as names and bytes: links, pipes and rights never leave a sandbox.
 */
final class SessionFolder {
  /** The longest path, in characters. */
  static final int PATH_LENGTH_MAX = 500;

  /** The most folders in a path. */
  static final int DEPTH_MAX = 20;

  private static final int NAME_BYTES_MAX = 255;

  /** What is being written has such a name; only a crash leaves it. */
  private static final Pattern UNFINISHED = Pattern.compile("\\.athena\\d+\\.tmp");

  /** Characters of a name that stand for themselves on every machine. */
  private static final Pattern PLAIN = Pattern.compile("[ -~&&[^%]]*");

  private final Path root;

  SessionFolder(Path root) {
    this.root = root;
  }

  /** A file as it is on this machine. */
  record Kept(String path, Path file) {}

  /** Returns the files there are, in the order of their paths. */
  List<Kept> files() throws IOException {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root, DEPTH_MAX)) {
      return paths
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !UNFINISHED.matcher(path.getFileName().toString()).matches())
          .map(path -> new Kept(decoded(root.relativize(path).toString()), path))
          .sorted(Comparator.comparing(Kept::path))
          .toList();
    }
  }

  /** Writes a file, in place of what was there. */
  void put(String path, byte[] content) throws IOException {
    Path target = root.resolve(encoded(path));
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException("no file can be written at " + path);
    }
    clearWay(parent);
    Files.createDirectories(parent);
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      remove(target);
    }
    Path made = Files.createTempFile(parent, ".athena", null);
    Files.write(made, content);
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes a file, and folders that are empty without it. */
  void delete(String path) throws IOException {
    Path target = root.resolve(encoded(path));
    if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(target);
    }
    for (Path folder = target.getParent();
        folder != null && !folder.equals(root) && folder.startsWith(root);
        folder = folder.getParent()) {
      try (Stream<Path> children = Files.list(folder)) {
        if (children.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(folder);
    }
  }

  /** Returns whether a path that a program names stays in its folder. */
  static boolean isSafe(String path) {
    if (path.isEmpty() || path.length() > PATH_LENGTH_MAX || path.startsWith("/")) {
      return false;
    }
    String[] names = path.split("/", -1);
    if (names.length > DEPTH_MAX) {
      return false;
    }
    for (String name : names) {
      if (name.isEmpty()
          || name.equals(".")
          || name.equals("..")
          || encoded(name).length() > NAME_BYTES_MAX
          || UNFINISHED.matcher(name).matches()
          || name.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns a path as it is on this machine, where a Java without a locale knows ASCII only: other
   * characters are written as in a URL.
   */
  static String encoded(String path) {
    if (PLAIN.matcher(path).matches()) {
      return path;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      if (one > ' ' && one != '%') {
        encoded.append((char) one);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
      }
    }
    return encoded.toString();
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < path.length(); at++) {
      if (path.charAt(at) == '%') {
        bytes.write(HexFormat.fromHexDigits(path, at + 1, at + 3));
        at += 2;
      } else {
        bytes.write(path.charAt(at));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Removes files that stand where a folder is needed. */
  private void clearWay(Path folder) throws IOException {
    for (Path at = folder; at.startsWith(root) && !at.equals(root); at = parent(at)) {
      if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(at);
      }
    }
  }

  private Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? root : parent;
  }

  static void remove(Path top) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(top)) {
      paths = found.toList();
    }
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }
}
