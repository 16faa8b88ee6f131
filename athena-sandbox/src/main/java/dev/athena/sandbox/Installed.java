package dev.athena.sandbox;

import dev.athena.execution.ProgramFile;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.sandbox.Syscall.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that every sandbox shows: the runners, the API as a folder, and the filters.
 *
 * <p>They lie in a folder that is named for what is in it, so that any number of processes of any
 * version share it, and that is checked before it is used. The user that programs run as can read
 * it, and only whoever runs Athena can write it.
 */
final class Installed {
  private static final String PLACE = "/dev/athena/sandbox/";
  private static final String ACORN = "/META-INF/resources/webjars/acorn/8.18.0/dist/acorn.js";

  private static final List<String> PYTHON =
      List.of(
          "channel",
          "check_loops",
          "check_names",
          "check_rules",
          "check_secrets",
          "checks",
          "runner",
          "telemetry",
          "values",
          "workspace");

  private static final List<String> SRT = List.of("broker.mjs", "stage.py", "words.mjs");

  private final Path folder;

  private Installed(Path folder) {
    this.folder = folder;
  }

  /**
   * Puts the files below {@code cache}, unless they are there.
   *
   * @throws SandboxUnavailable if they cannot be written
   */
  static Installed in(Path cache, List<ProgramFile> api) {
    Map<String, byte[]> files = content(api);
    Path folder = cache.resolve(nameOf(files));
    try {
      if (!isIntact(folder, files)) {
        write(folder, files);
      }
    } catch (IOException e) {
      throw new SandboxUnavailable(
          "the files that programs need cannot be written", "see the log for the folder", e);
    }
    return new Installed(folder);
  }

  /** Returns the folder that programs see as {@code /athena}. */
  Path folder() {
    return folder.resolve("athena");
  }

  /** Returns the filter of system calls. */
  Path filter(boolean processes) {
    return folder.resolve(processes ? "processes.bpf" : "single.bpf");
  }

  /** Returns the filter of system calls of a sandbox with proxies. */
  Path networkFilter(boolean processes) {
    return folder().resolve(processes ? "srt/processes.bpf" : "srt/single.bpf");
  }

  private static Map<String, byte[]> content(List<ProgramFile> api) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : PYTHON) {
      files.put("athena/python/" + name + ".py", resource(PLACE + "python/" + name + ".py"));
    }
    for (String name : JavaScriptFiles.NAMES) {
      files.put("athena/javascript/" + name, resource(PLACE + "javascript/" + name));
    }
    files.put("athena/javascript/acorn.cjs", resource(ACORN));
    api.forEach(
        file -> files.put("athena/" + file.path(), file.text().getBytes(StandardCharsets.UTF_8)));
    Architecture architecture = Machine.architecture();
    files.put("single.bpf", SystemCallFilter.of(architecture, false));
    files.put("processes.bpf", SystemCallFilter.of(architecture, true));
    for (String name : SRT) {
      files.put("athena/srt/" + name, resource(PLACE + "srt/" + name));
    }
    files.put("athena/srt/single.bpf", SystemCallFilter.withNetwork(architecture, false));
    files.put("athena/srt/processes.bpf", SystemCallFilter.withNetwork(architecture, true));
    return files;
  }

  static byte[] resource(String name) {
    try (InputStream in = Installed.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in this build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((path, bytes) -> {
        digest.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      });
      return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isIntact(Path folder, Map<String, byte[]> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Another process may do the same at this moment; whoever is first has done it for both. */
  private static void write(Path folder, Map<String, byte[]> files) throws IOException {
    Path parent = folder.getParent();
    if (parent == null) {
      throw new IOException(folder + " has no parent");
    }
    Files.createDirectories(parent);
    if (Files.exists(folder)) {
      remove(folder); // it was changed by somebody
    }
    Path made = Files.createTempDirectory(parent, "making");
    for (var file : files.entrySet()) {
      Path path = made.resolve(file.getKey());
      Files.createDirectories(path.getParent() == null ? made : path.getParent());
      Files.write(path, file.getValue());
    }
    letOthersRead(made);
    try {
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
      remove(made);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("folders cannot be renamed in " + parent, e);
    }
  }

  private static void letOthersRead(Path top) throws IOException {
    for (Path path : all(top)) {
      Files.setAttribute(path, "unix:mode", Files.isDirectory(path) ? 0755 : 0644);
    }
  }

  private static void remove(Path top) throws IOException {
    List<Path> paths = new ArrayList<>(all(top));
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }

  private static List<Path> all(Path top) throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      return paths.toList();
    }
  }
}
