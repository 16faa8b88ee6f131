package dev.athena.sandbox;

import dev.athena.crypto.Keyring;
import dev.athena.error.ErrorCode;
import dev.athena.execution.ProgramError;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.principal.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders of all sessions; each belongs to one principal in one project. */
final class Sessions {
  /** The most sessions of one principal in one project. */
  static final int SESSIONS_MAX = 200;

  /** Beside the folder of all sessions. */
  private static final String LOCKS = "session-locks";

  private final Path root;
  private final Duration keptFor;
  private final InstantSource clock;
  private final @Nullable Keyring keyring;

  /**
   * Creates the sessions below {@code root}.
   *
   * @param keptFor how long a session is kept that nobody uses
   * @param keyring the keys their files are sealed with; null if they are kept as they are
   */
  Sessions(Path root, Duration keptFor, InstantSource clock, @Nullable Keyring keyring) {
    this.root = root;
    this.keptFor = keptFor;
    this.clock = clock;
    this.keyring = keyring;
  }

  /**
   * Returns the files of a session.
   *
   * @throws SandboxUnavailable if they are sealed, and there are no keys
   */
  SessionFiles of(Caller caller, String session) {
    Path folder = owner(caller).resolve(session);
    if (keyring != null) {
      return sealed(folder, keyring, caller.namespace().tenant());
    }
    if (SealedFolder.isSealed(folder)) {
      throw new SandboxUnavailable(
          "the files of the session are sealed, and this Athena was started without keys",
          "start it with the keys, or name another session",
          null);
    }
    return new SessionFolder(folder);
  }

  /** Returns the sealed files in the folder of a session. */
  static SealedFolder sealed(Path folder, Keyring keyring, String tenant) {
    Path owner = folder.resolveSibling("");
    String name = owner.getFileName() + "/" + folder.getFileName();
    Path locks = owner.resolveSibling("").resolveSibling(LOCKS);
    return new SealedFolder(folder, new SealedSession(keyring, tenant, name), locks);
  }

  /** Returns what is wrong if a session would be one too many. */
  Optional<ProgramError> fault(Caller caller, String session) throws IOException {
    Path owner = owner(caller);
    if (Files.isDirectory(owner.resolve(session)) || children(owner).size() < SESSIONS_MAX) {
      return Optional.empty();
    }
    return Optional.of(
        ProgramError.of(
            ErrorCode.QUOTA_EXCEEDED.wireName(),
            "there are %,d sessions already".formatted(SESSIONS_MAX),
            "name one of them, or none; a session that nobody uses for %,d days is removed"
                .formatted(keptFor.toDays())));
  }

  /** Notes that a session is in use. */
  void touch(Caller caller, String session) throws IOException {
    Path folder = owner(caller).resolve(session);
    Files.createDirectories(folder);
    Files.setLastModifiedTime(folder, FileTime.from(clock.instant()));
  }

  /** Removes the sessions that nobody used for long; returns how many. */
  int removeOld() throws IOException {
    Instant oldest = clock.instant().minus(keptFor);
    int removed = 0;
    for (Path owner : children(root)) {
      for (Path session : children(owner)) {
        if (Files.getLastModifiedTime(session).toInstant().isBefore(oldest)) {
          SessionFolder.remove(session);
          removed++;
        }
      }
    }
    return removed;
  }

  private Path owner(Caller caller) {
    String who =
        String.join(
            "\0",
            caller.namespace().tenant(),
            caller.namespace().project(),
            caller.principal().name());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
      return root.resolve(HexFormat.of().formatHex(digest, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns the folders in a folder. */
  static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }
}
