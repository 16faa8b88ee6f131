package dev.athena.app.transfer.source;

import dev.athena.error.InvalidArgument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The transcripts that Claude Code keeps of its sessions, as episodes. */
public final class ClaudeSource implements Source {
  /** How deep below the folder transcripts are looked for. */
  private static final int DEPTH_MAX = 8;

  private final Path folder;
  private final List<Path> files;

  /**
   * Returns the transcripts in {@code path}: one file, or all below a folder.
   *
   * @throws InvalidArgument if there is nothing
   */
  public ClaudeSource(Path path) {
    this.folder = Files.isDirectory(path) ? path : path.toAbsolutePath().resolveSibling("");
    this.files = Files.isDirectory(path) ? below(path) : List.of(path);
  }

  @Override
  public String unit() {
    return "bytes";
  }

  @Override
  public long steps() {
    return files.stream().mapToLong(JsonLines::size).sum();
  }

  @Override
  public void read(Intake intake) {
    for (Path file : files) {
      String name = folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
      ClaudeTranscript transcript = new ClaudeTranscript(intake);
      new JsonLines(file, name, intake).read(transcript::line);
      transcript.end();
    }
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> found = Files.walk(folder, DEPTH_MAX)) {
      return found
          .filter(file -> file.toString().endsWith(".jsonl"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidArgument(
          "cannot list " + folder + ": " + e.getMessage(), "name a folder that can be read", e);
    }
  }
}
