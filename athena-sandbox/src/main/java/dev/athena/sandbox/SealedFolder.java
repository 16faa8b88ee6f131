package dev.athena.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of one session, sealed: neither what is in them nor how they are called can be read
 * without the keys of the tenant.
 *
 * <p>They lie side by side in a folder of the session, under names that say nothing. What an
 * earlier build left in the open is sealed when the session is next used. A file that does not open
 * is refused once, and set aside under another name: nothing is lost, and the session goes on.
 */
final class SealedFolder implements SessionFiles {
  private static final Logger LOG = Logger.getLogger(SealedFolder.class.getName());

  /** No name that a program gives a file is stored as this one. */
  static final String NAME = "%sealed";

  private static final String SEALED = ".sealed";
  private static final String ASIDE = ".damaged";

  private final SessionFolder plain;
  private final Path folder;
  private final SealedSession session;
  private final Path locks;

  /**
   * Creates a session.
   *
   * @param root the folder of the session
   * @param locks the folder of files that are locked while sessions are changed, since other
   *     processes may change them too
   */
  SealedFolder(Path root, SealedSession session, Path locks) {
    this.plain = new SessionFolder(root);
    this.folder = root.resolve(NAME);
    this.session = session;
    this.locks = locks;
  }

  /** Returns whether a session has files that are sealed. */
  static boolean isSealed(Path root) {
    return Files.isDirectory(root.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns whether it is of a tenant. */
  boolean isOf(String tenant) {
    return session.tenant().equals(tenant);
  }

  /** Returns the sealed files of a session, whichever tenant it is of. */
  static List<Path> sealedIn(Path root) throws IOException {
    return those(root.resolve(NAME), SEALED);
  }

  /** Returns what was set aside. */
  static List<Path> setAsideIn(Path root) throws IOException {
    return those(root.resolve(NAME), ASIDE);
  }

  private static List<Path> those(Path folder, String end) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + end)) {
        all.forEach(found::add);
      }
    }
    return found;
  }

  @Override
  public List<Kept> files() throws IOException {
    if (!plain.files().isEmpty()) {
      alone(this::adopt);
    }
    return sealed();
  }

  private List<Kept> sealed() throws IOException {
    List<Kept> found = new ArrayList<>();
    @Nullable SessionFileDamaged damaged = null;
    for (Path file : those(folder, SEALED)) {
      try (SealedFile open = opened(file)) {
        found.add(new Kept(open.path(), file, open.size()));
      } catch (NoSuchFileException e) {
        LOG.log(Level.FINE, "another execution of the session removed a file", e);
      } catch (SessionFileDamaged e) {
        damaged = setAside(e);
      }
    }
    if (damaged != null) {
      throw damaged;
    }
    found.sort(Comparator.comparing(Kept::path));
    return found;
  }

  /** Keys may be exchanged between the two looks at the file and at the keys; then once more. */
  private SealedFile opened(Path file) throws IOException {
    try {
      return SealedFile.open(session, file);
    } catch (SessionFileDamaged e) {
      LOG.log(Level.FINE, "a sealed file is looked at once more", e);
      return SealedFile.open(session, file);
    }
  }

  @Override
  public InputStream open(Kept kept) throws IOException {
    SealedFile open;
    try {
      open = opened(kept.file());
    } catch (SessionFileDamaged e) {
      throw setAside(e);
    }
    return new FilterInputStream(open) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        try {
          return super.read(target, offset, length);
        } catch (SessionFileDamaged e) {
          throw setAside(e);
        }
      }
    };
  }

  /**
   * {@inheritDoc}
   *
   * <p>All is sealed beside what is there before anything is changed: where the disk is full, all
   * stays as it was. What goes without anything in its place goes last, since it may have become
   * another file.
   */
  @Override
  public void change(Collection<String> removed, Map<String, ByteArrayOutputStream> written)
      throws IOException {
    Map<String, Path> there = new LinkedHashMap<>();
    files().forEach(kept -> there.put(kept.path(), kept.file()));
    Map<Path, Path> drafts = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, ByteArrayOutputStream> one : written.entrySet()) {
        Path target = there.getOrDefault(one.getKey(), folder.resolve(newName()));
        SealedFile.Content content =
            SealedFile.Content.of(one.getKey(), one.getValue().toByteArray());
        drafts.put(target, draft(content, target));
      }
      for (Map.Entry<String, Path> one : there.entrySet()) {
        if (isInWay(one.getKey(), written.keySet())) {
          Files.deleteIfExists(one.getValue());
        }
      }
      for (Map.Entry<Path, Path> one : drafts.entrySet()) {
        take(one.getValue(), one.getKey());
      }
    } finally {
      for (Path draft : drafts.values()) {
        Files.deleteIfExists(draft);
      }
    }
    for (String path : removed) {
      Path file = there.get(path);
      if (file != null && !written.containsKey(path)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Returns whether a file stands where others have a folder, or in a folder where one stands. */
  private static boolean isInWay(String path, Set<String> written) {
    for (String other : written) {
      if (other.startsWith(path + "/") || path.startsWith(other + "/")) {
        return true;
      }
    }
    return false;
  }

  private static String newName() {
    return SealedFile.newName() + SEALED;
  }

  private void seal(SealedFile.Content content, Path target) throws IOException {
    take(draft(content, target), target);
  }

  /** Returns a file with sealed content, which is to take the name {@code target}. */
  private Path draft(SealedFile.Content content, Path target) throws IOException {
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, ".athena", null);
    boolean isWhole = false;
    try (OutputStream out = Files.newOutputStream(made)) {
      SealedFile.write(session, String.valueOf(target.getFileName()), content, out);
      isWhole = true;
    } finally {
      if (!isWhole) {
        Files.deleteIfExists(made); // it may have filled the disk
      }
    }
    return made;
  }

  private static void take(Path made, Path target) throws IOException {
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Seals what lies here in the open. */
  private boolean adopt() throws IOException {
    Set<String> known = sealed().stream().map(Kept::path).collect(Collectors.toSet());
    for (Kept kept : plain.files()) {
      if (!known.contains(kept.path())) { // else it was sealed before a crash
        try (InputStream in = plain.open(kept)) {
          Path target = folder.resolve(newName());
          seal(new SealedFile.Content(kept.path(), kept.size(), in), target);
        }
      }
      plain.delete(kept.path());
    }
    return true;
  }

  /** Seals anew what is sealed with an older key; returns how many files, at most {@code limit}. */
  int sealAnew(int limit) throws IOException {
    return alone(() -> {
      removeUnfinished();
      int done = 0;
      for (Path file : those(folder, SEALED)) {
        if (done < limit && sealAnew(file)) {
          done++;
        }
      }
      return done;
    });
  }

  /**
   * Removes the files that mention something, or only counts them; returns how many.
   *
   * <p>What does not open is left, and told by whoever verifies it.
   */
  int erase(WordsInFiles words, boolean dryRun) throws IOException {
    return alone(() -> {
      removeUnfinished();
      int found = 0;
      for (Path file : those(folder, SEALED)) {
        if (isMentioned(words, file)) {
          found++;
          if (!dryRun) {
            Files.deleteIfExists(file);
          }
        }
      }
      return found;
    });
  }

  private boolean isMentioned(WordsInFiles words, Path file) throws IOException {
    try (SealedFile open = opened(file)) {
      return words.isIn(open.path()) || words.isIn(open);
    } catch (SessionFileDamaged e) {
      LOG.log(Level.WARNING, "a file of a session does not open: " + file, e);
      return false;
    }
  }

  /** What does not open is left to be found by whoever uses or verifies it. */
  private boolean sealAnew(Path file) throws IOException {
    try (SealedFile open = SealedFile.open(session, file)) {
      if (open.isNewest()) {
        return false;
      }
      seal(new SealedFile.Content(open.path(), open.size(), open), file);
      return true;
    } catch (SessionFileDamaged e) {
      LOG.log(Level.WARNING, "a file of a session does not open: " + file, e);
      return false;
    }
  }

  /** Nobody else writes now, so that what is not finished never will be. */
  private void removeUnfinished() throws IOException {
    for (Path file : those(folder, ".tmp")) {
      Files.deleteIfExists(file);
    }
  }

  private SessionFileDamaged setAside(SessionFileDamaged damaged) throws IOException {
    Path file = damaged.file();
    Path aside = file.resolveSibling(file.getFileName() + ASIDE);
    boolean moved =
        alone(() -> {
          boolean broken = Files.exists(file) && !isIntact(file);
          if (broken) {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.log(Level.WARNING, "a file of a session is set aside: " + aside, damaged);
          }
          return broken;
        });
    String hint =
        moved
            ? "it was set aside as %s; run the program again, which goes on without it"
                .formatted(aside.getFileName())
            : "another execution changed it meanwhile; run the program again";
    return damaged.telling(hint);
  }

  private boolean isIntact(Path file) throws IOException {
    try (SealedFile open = opened(file)) {
      open.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SessionFileDamaged _) {
      return false;
    }
  }

  /** Returns whether a file opens to its end, or is gone. */
  boolean opens(Path file) throws IOException {
    try {
      return isIntact(file);
    } catch (NoSuchFileException _) {
      return true;
    }
  }

  @Override
  public <T> T alone(Work<T> work) throws IOException {
    if (plain.isAlone()) {
      return work.run();
    }
    return plain.alone(() -> {
      Files.createDirectories(locks);
      Path file = locks.resolve(Integer.toString(plain.turn()));
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        return work.run();
      }
    });
  }
}
