package dev.athena.app.context;

import java.nio.file.Path;
import java.util.Map;

/** The folder of whoever started the process: what people write as {@code ~}. */
public record UserHome(Path folder) {
  /**
   * Returns the folder that {@code HOME} names, as it is to every other program; else the one that
   * Java found in the list of users.
   *
   * @param property what Java found, its property {@code user.home}
   */
  public static UserHome of(Map<String, String> environment, String property) {
    String named = environment.getOrDefault("HOME", "");
    boolean isFolder = !named.isBlank() && Path.of(named).isAbsolute();
    return new UserHome(Path.of(isFolder ? named : property));
  }

  /** Returns the folder that holds all data unless another is named. */
  Path data() {
    return folder.resolve(".athena");
  }

  /** Returns where Claude Code keeps its transcripts. */
  public Path claudeTranscripts() {
    return folder.resolve(".claude", "projects");
  }
}
