package dev.athena.store.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process that runs {@link ChildMemory}; what it says is read line by line. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private final Path errors;

  private Child(Process process, Path errors) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.errors = errors;
  }

  /**
   * Starts a child.
   *
   * @param work a folder for what it leaves behind: its errors, its native library
   */
  static Child start(Path work, String... arguments) {
    return start(ChildMemory.class, work, arguments);
  }

  /** Starts a child that runs another program. */
  static Child start(Class<?> program, Path work, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + work,
                "-Djava.util.logging.config.file=" + work.resolve("logging.properties"),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    try {
      Path errors = Files.createTempFile(work, "child-", ".err");
      Path logging = work.resolve("logging.properties");
      if (!Files.exists(logging)) {
        Files.writeString(logging, "handlers=java.util.logging.ConsoleHandler\n.level=WARNING\n");
      }
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      return new Child(process, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the child to go on. */
  void tell() {
    try {
      in.write("go\n");
      in.flush();
    } catch (IOException e) {
      throw new IllegalStateException("the child is gone: " + errors(), e);
    }
  }

  /** Returns the next line the child says; null when it says no more. */
  @Nullable String hear() {
    try {
      return out.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until the child says {@code line}, and returns what it said before. */
  List<String> hearUntil(String line) {
    List<String> heard = new ArrayList<>();
    for (String next = hear(); next != null; next = hear()) {
      if (next.startsWith(line)) {
        heard.add(next);
        return heard;
      }
      heard.add(next);
    }
    throw new IllegalStateException("the child ended without \"" + line + "\": " + errors());
  }

  /** Kills the child as `kill -9` does, and returns all whole lines it had said till then. */
  List<String> kill() {
    process.toHandle().destroyForcibly(); // that of a process closes its pipes unread
    List<String> heard = new ArrayList<>();
    for (String next = hear(); next != null; next = hear()) {
      heard.add(next);
    }
    await();
    return heard;
  }

  /** Waits for the child to end, and returns its exit code. */
  int await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the child does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a child", e);
    }
  }

  /** Returns what the child said in error. */
  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await();
    try {
      in.close();
      out.close();
    } catch (IOException _) {
      return; // the pipe of a child that was killed
    }
  }
}
