package dev.athena.sandbox;

import dev.athena.execution.Language;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.sandbox.Syscall.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this machine has of what a sandbox needs. */
final class Machine {
  /** Whoever Athena is when it is root becomes this user before anything of a program runs. */
  static final int PLAIN_USER = 59_999;

  private static final String INSTALL =
      "run ./setup in Athena's folder, or on Debian and Ubuntu `sudo apt-get install %s`";

  private final List<Path> folders;

  /** Creates a machine that looks for programs in {@code searchPath}, as PATH has it. */
  Machine(String searchPath) {
    List<Path> found = new ArrayList<>(List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin")));
    for (String folder : searchPath.split(":", -1)) {
      if (folder.startsWith("/") && !found.contains(Path.of(folder))) {
        found.add(Path.of(folder));
      }
    }
    this.folders = List.copyOf(found);
  }

  /** Returns where a program is. */
  Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Returns where a program is.
   *
   * @throws SandboxUnavailable if it is not there; the hint says how to get it
   */
  String need(String program, String debianPackage) {
    return find(program)
        .map(Path::toString)
        .orElseThrow(() ->
            new SandboxUnavailable(
                program + " is missing, so no code is run",
                INSTALL.formatted(debianPackage),
                null));
  }

  /**
   * Returns the interpreter of a language, where programs can see it too.
   *
   * @throws SandboxUnavailable if it is not there
   */
  Path interpreter(Language language) {
    String name = language == Language.PYTHON ? "python3" : "node";
    Path found = Path.of(need(name, language == Language.PYTHON ? "python3" : "nodejs"));
    try {
      return found.toRealPath();
    } catch (IOException e) {
      throw new SandboxUnavailable(found + " cannot be read", INSTALL.formatted(name), e);
    }
  }

  /** Returns whether Athena has all rights on this machine, which no program must ever have. */
  static boolean isRoot() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /**
   * Returns the words that turn a command into one without the rights of root; none where Athena
   * has no such rights.
   */
  List<String> withoutRoot() {
    if (!isRoot()) {
      return List.of();
    }
    String user = Integer.toString(PLAIN_USER);
    return List.of(
        need("setpriv", "util-linux"),
        "--reuid=" + user,
        "--regid=" + user,
        "--clear-groups",
        "--no-new-privs",
        "--");
  }

  /**
   * Returns the kind of this machine's processor.
   *
   * @throws SandboxUnavailable if no filter of system calls is known for it
   */
  static Architecture architecture() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> Architecture.X86_64;
      case "aarch64", "arm64" -> Architecture.ARM_64;
      default ->
          throw new SandboxUnavailable(
              "no filter of system calls is known for the processor "
                  + System.getProperty("os.arch", "of this machine"),
              "code runs on x86-64 and 64-bit ARM",
              null);
    };
  }
}
