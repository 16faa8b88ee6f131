package dev.athena.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What attacks are after, made anew for the tests: files with secrets, services, a program with a
 * secret in its environment, memory that is shared.
 *
 * <p>Where the tests run as root it belongs to an ordinary user, {@link #USER}, whom attacks also
 * run as: then it is the walls that keep them from it and not the rights of files.
 */
final class Victim implements AutoCloseable {
  /** The user that it belongs to where the tests run as root. */
  static final int USER = 59_998;

  /** What all of its secrets begin with. */
  static final String SECRET = "the-victims-secret";

  private final Path folder;
  private final Process process;
  private final Map<String, String> facts;

  private Victim(Path folder, Process process, Map<String, String> facts) {
    this.folder = folder;
    this.process = process;
    this.facts = Map.copyOf(facts);
  }

  static Victim create() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "athena-victim");
    copy(resources(), folder.resolve("attacks"));
    Files.createDirectory(folder.resolve("scratch"));
    own(folder);
    Path script = folder.resolve("attacks/harness/victim.py");
    List<String> command = new ArrayList<>(asUser());
    command.addAll(List.of("/usr/bin/python3", script.toString(), folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("SECRET_TOKEN", SECRET + "-variable");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    Map<String, String> facts = new TreeMap<>();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    JsonCodec.readObject(Objects.requireNonNull(output.readLine(), "the victim does not live"))
        .members()
        .forEach((name, value) -> facts.put(name, ((Json.Text) value).value()));
    plantProgramOfRoot(folder);
    return new Victim(folder, process, facts);
  }

  private static Path resources() throws IOException {
    try {
      return Path.of(Objects.requireNonNull(Victim.class.getResource("attacks")).toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** Returns the words that turn a command into one of the victim's user. */
  static List<String> asUser() {
    String user = Integer.toString(USER);
    return Machine.isRoot()
        ? List.of("/usr/bin/setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--")
        : List.of();
  }

  /** A program that runs as root whoever starts it, as passwd and su do. */
  private static void plantProgramOfRoot(Path folder) throws IOException {
    if (Machine.isRoot()) {
      Path program = folder.resolve("shared/id");
      Files.copy(Path.of("/usr/bin/id"), program);
      Files.setAttribute(program, "unix:mode", 04755);
    }
  }

  /** Copies a folder, readable by everybody. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        Files.setAttribute(target, "unix:mode", Files.isDirectory(target) ? 0755 : 0644);
      }
    }
  }

  /** Gives a folder and all in it to the victim's user. */
  static void own(Path folder) throws IOException {
    if (Machine.isRoot()) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) paths::iterator) {
          Files.setAttribute(path, "unix:uid", USER, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  Path folder() {
    return folder;
  }

  Path attacks() {
    return folder.resolve("attacks");
  }

  /** Returns the variables by which attacks learn where everything is. */
  Map<String, String> facts() {
    return facts;
  }

  long pid() {
    return process.pid();
  }

  /** Returns what it has of files, and what is in them. */
  Map<String, String> belongings() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String name : List.of("athena", "home", "project", "exchange", "shared", "runner")) {
      try (Stream<Path> paths = Files.walk(folder.resolve(name))) {
        for (Path path : (Iterable<Path>) paths::iterator) {
          boolean plain = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
          byte[] content = plain ? Files.readAllBytes(path) : new byte[0];
          found.put(path.toString(), new String(content, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
    SessionFolder.remove(folder);
  }
}
