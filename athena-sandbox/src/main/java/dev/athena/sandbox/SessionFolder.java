package dev.athena.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one session on this machine; only Athena ever writes here, and nothing is run here.
 *
 * <p>What a program left comes as names and bytes: links, pipes and rights never leave a sandbox.
 */
final class SessionFolder implements SessionFiles {
  /** The longest path, in characters. */
  static final int PATH_LENGTH_MAX = 500;

  /** The most folders in a path. */
  static final int DEPTH_MAX = 20;

  /** Who changes a session has the lock that stands for it. */
  private static final List<ReentrantLock> LOCKS =
      Stream.generate(ReentrantLock::new).limit(64).toList();

  private final Path root;

  SessionFolder(Path root) {
    this.root = root;
  }

  /** Returns which of the locks stands for this session, whatever its path begins with. */
  int turn() {
    Path name = root.getFileName();
    Path owner = parent(root).getFileName();
    return Math.floorMod((owner + "/" + name).hashCode(), LOCKS.size());
  }

  /** Returns whether this thread is doing what executions of this session take in turns. */
  boolean isAlone() {
    return LOCKS.get(turn()).isHeldByCurrentThread();
  }

  @Override
  public <T> T alone(Work<T> work) throws IOException {
    Lock lock = LOCKS.get(turn());
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Kept> files() throws IOException {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<Kept> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        Set.of(),
        DEPTH_MAX,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(SealedFolder.NAME)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path name = file.getFileName();
            if (attributes.isRegularFile()
                && name != null
                && !StoredNames.isUnfinished(name.toString())) {
              String path = StoredNames.from(root.relativize(file).toString());
              found.add(new Kept(path, file, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return goneOr(e);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            return e == null ? FileVisitResult.CONTINUE : goneOr(e);
          }
        });
    found.sort(Comparator.comparing(Kept::path));
    return found;
  }

  private static FileVisitResult goneOr(IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  @Override
  public InputStream open(Kept kept) throws IOException {
    return Files.newInputStream(kept.file());
  }

  @Override
  public void change(Collection<String> removed, Map<String, ByteArrayOutputStream> written)
      throws IOException {
    for (String path : removed) {
      delete(path);
    }
    for (Map.Entry<String, ByteArrayOutputStream> one : written.entrySet()) {
      put(one.getKey(), one.getValue().toByteArray());
    }
  }

  private void put(String path, byte[] content) throws IOException {
    Path target = root.resolve(StoredNames.of(path));
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
    try {
      Files.write(made, content);
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(made); // one that was begun may have filled the disk
    }
  }

  /** Removes a file, and folders that are empty without it. */
  void delete(String path) throws IOException {
    Path target = root.resolve(StoredNames.of(path));
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
          || name.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\')) {
        return false;
      }
    }
    return true;
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
