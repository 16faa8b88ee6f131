package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sources of this project have no credentials, so all that is found in them is a false alarm,
 * except what tests invent and what the files of rules show.
 */
class OwnSourcesTest {
  private static final int EVENT_LENGTH = 1024;

  /**
   * The addresses in tests are addresses; of credentials, the examples of the rules are found, with
   * what is left of their templates.
   */
  private static final double FLAGGED_MAX = 0.01;

  private static final int EVENTS_MIN = 1000;
  private static final Set<String> ENDINGS = Set.of("java", "md", "py", "json", "xml");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".ci");
  private static final Detector DETECTOR = Detector.standard();

  @Test
  void nearlyNothingIsFoundInThem() throws IOException {
    List<String> flagged = new ArrayList<>();
    List<String> events = new ArrayList<>();
    for (Path source : sources()) {
      events.addAll(events(Files.readString(source, StandardCharsets.UTF_8)));
    }

    for (String event : events) {
      DETECTOR.find(event).stream()
          .filter(found -> found.type().sensitiveClass() == SensitiveClass.SECRET)
          .forEach(found -> flagged.add(found.rule() + " in " + event));
    }

    assertThat(events).hasSizeGreaterThan(EVENTS_MIN);
    assertThat(flagged).hasSizeLessThanOrEqualTo((int) (events.size() * FLAGGED_MAX));
  }

  private static List<Path> sources() throws IOException {
    Path module = Path.of("").toAbsolutePath();
    Path root = Files.exists(module.resolve("athena-core")) ? module : module.resolve("..");
    try (Stream<Path> files = Files.walk(root.normalize())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isSource(root.normalize().relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isSource(Path file) {
    for (Path part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    String name = file.getFileName().toString();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Returns the text in parts of whole lines, as agents tell of what they read. */
  private static List<String> events(String text) {
    List<String> events = new ArrayList<>();
    StringBuilder event = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (event.length() + line.length() > EVENT_LENGTH && !event.isEmpty()) {
        events.add(event.toString());
        event.setLength(0);
      }
      event.append(line).append('\n');
    }
    events.add(event.toString());
    return events;
  }
}
