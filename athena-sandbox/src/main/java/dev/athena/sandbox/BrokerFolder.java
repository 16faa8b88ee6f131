package dev.athena.sandbox;

import dev.athena.execution.SandboxUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The folder of one broker, which only the user has that programs run as.
 *
 * <p>It lies where its sockets have short paths, as they must.
 */
record BrokerFolder(Path root) {
  private static final Logger LOG = Logger.getLogger(BrokerFolder.class.getName());

  /** Exists on every Linux, and is not the folder that programs get anew. */
  private static final Path PARENT = Path.of("/var/tmp");

  static final String PREFIX = "athena-srt-";

  /**
   * Makes a folder.
   *
   * @throws SandboxUnavailable if that fails
   */
  static BrokerFolder make() {
    try {
      BrokerFolder made = new BrokerFolder(Files.createTempDirectory(PARENT, PREFIX));
      Files.createDirectory(made.home());
      Files.createDirectory(made.temporary());
      if (Machine.isRoot()) {
        for (Path path : new Path[] {made.home(), made.temporary(), made.root()}) {
          Files.setAttribute(path, "unix:gid", Machine.PLAIN_USER);
          Files.setAttribute(path, "unix:uid", Machine.PLAIN_USER);
        }
      }
      return made;
    } catch (IOException e) {
      throw new SandboxUnavailable(
          "the sandbox has no folder in " + PARENT, "make that folder writable", e);
    }
  }

  /** Returns the folder the broker is started in. */
  Path home() {
    return root.resolve("home");
  }

  /** Returns the folder of its sockets. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /**
   * Ends the processes that name the folder: those that a broker started and could not end, since
   * it was killed itself.
   */
  void endUsers() {
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(root + "/"))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** Removes the folder, which its broker may be doing as well. */
  void remove() {
    try {
      SessionFolder.remove(root);
    } catch (NoSuchFileException _) {
      // The broker was faster.
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, "a folder of the sandbox could not be removed", e);
    }
  }
}
