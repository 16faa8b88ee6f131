package dev.athena.app.context;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command line chose that holds for whatever command it names. */
public final class Choices {
  private @Nullable Path home;
  private @Nullable String project;

  /** Takes {@code chosen} as the folder of all data. */
  public void chooseHome(Path chosen) {
    this.home = chosen;
  }

  /** Takes {@code chosen} as the project that memories belong to. */
  public void chooseProject(String chosen) {
    this.project = chosen;
  }

  Optional<Path> home() {
    return Optional.ofNullable(home);
  }

  /** Returns the project that was named. */
  public Optional<String> project() {
    return Optional.ofNullable(project);
  }
}
