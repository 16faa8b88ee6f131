package dev.athena.sandbox;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.SealedValues;
import dev.athena.privacy.LeftFiles;
import dev.athena.storage.StorageFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The sealed files of all sessions, for whoever changes or checks keys, or erases somebody. */
public final class SealedSessions implements SealedValues, LeftFiles {
  private final Path root;
  private final Keyring keyring;
  private final Predicate<String> isTenant;

  /**
   * Creates it for the sessions below {@code root}, which need not be there.
   *
   * @param keyring the keys they are sealed with
   * @param isTenant tells who has keys; for whomever else a damaged file names, none are made
   */
  public SealedSessions(Path root, Keyring keyring, Predicate<String> isTenant) {
    this.root = root;
    this.keyring = keyring;
    this.isTenant = isTenant;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Files of earlier builds, which lie in the open, are sealed when their session is next used:
   * nothing else tells whose they are. What does not open is left for {@link #verify} to find.
   */
  @Override
  public int sealAnew(int limit) {
    try {
      int done = 0;
      for (Path session : sessions()) {
        Optional<SealedFolder> folder = done < limit ? folder(session) : Optional.empty();
        done += folder.isPresent() ? folder.get().sealAnew(limit - done) : 0;
      }
      return done;
    } catch (IOException e) {
      throw new StorageFailure("the files of sessions cannot be sealed anew", "try again", e);
    }
  }

  /**
   * Opens all of every file.
   *
   * @param broken is told which do not open, or were set aside because they did not
   * @return how many open
   */
  public long verify(Consumer<String> broken) {
    try {
      long opened = 0;
      for (Path session : sessions()) {
        for (Path file : SealedFolder.sealedIn(session)) {
          if (isIntact(session, file)) {
            opened++;
          } else {
            broken.accept("a file of a session: " + root.relativize(file));
          }
        }
        SealedFolder.setAsideIn(session)
            .forEach(
                file -> broken.accept("a file of a session, set aside: " + root.relativize(file)));
      }
      return opened;
    } catch (IOException e) {
      throw new StorageFailure("the files of sessions cannot be read", "try again", e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A file that is not sealed does not tell whose it is, and is left.
   */
  @Override
  public int erase(String tenant, List<String> words, boolean dryRun) {
    WordsInFiles wanted = new WordsInFiles(words);
    try {
      int found = 0;
      for (Path session : sessions()) {
        Optional<SealedFolder> folder = folder(session).filter(one -> one.isOf(tenant));
        found += folder.isPresent() ? folder.get().erase(wanted, dryRun) : 0;
      }
      return found;
    } catch (IOException e) {
      throw new StorageFailure("the files of sessions cannot be erased", "try again", e);
    }
  }

  private boolean isIntact(Path session, Path file) throws IOException {
    String tenant = SealedFile.tenantOf(file);
    return isTenant.test(tenant) && Sessions.sealed(session, keyring, tenant).opens(file);
  }

  /** A session is of one tenant, whom any of its files names. */
  private Optional<SealedFolder> folder(Path session) throws IOException {
    for (Path file : SealedFolder.sealedIn(session)) {
      String tenant = SealedFile.tenantOf(file);
      if (isTenant.test(tenant)) {
        return Optional.of(Sessions.sealed(session, keyring, tenant));
      }
    }
    return Optional.empty();
  }

  private List<Path> sessions() throws IOException {
    return Sessions.children(root).stream().flatMap(owner -> sessionsOf(owner).stream()).toList();
  }

  private static List<Path> sessionsOf(Path owner) {
    try {
      return Sessions.children(owner);
    } catch (IOException e) {
      throw new StorageFailure("the folders of sessions cannot be read", "try again", e);
    }
  }
}
