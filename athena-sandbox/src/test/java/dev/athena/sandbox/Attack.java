package dev.athena.sandbox;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Status;
import dev.athena.execution.Witness;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program that tries to do what its sandbox must keep it from.
 *
 * <p>It is a file whose head says in words what it tries, and then how it must end inside ({@code
 * ends}), which kind of violation is seen then ({@code seen}), what comes of it where the preset
 * permissive rightly differs, and why ({@code permissive}), how it is shown that it works where
 * there is no sandbox ({@code control}), in which configurations it is tried, and with which
 * limits.
 *
 * @param control such as {@code user}, or {@code none} and why
 */
record Attack(
    String name,
    Language language,
    Path file,
    String source,
    Expected expected,
    Expected inPermissive,
    String control,
    Set<String> configurations,
    JsonObject limits) {

  /** Returns all attacks below a folder, in the order of their names. */
  static List<Attack> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getNameCount() - folder.getNameCount() == 3)
          .sorted()
          .map(file -> read(folder, file))
          .toList();
    }
  }

  private static Attack read(Path folder, Path file) {
    String source;
    try {
      source = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String path = folder.relativize(file).toString();
    Language language = path.startsWith("python") ? Language.PYTHON : Language.JAVASCRIPT;
    Map<String, String> head = head(source);
    Expected expected = Expected.of(head.getOrDefault("ends", ""), head.getOrDefault("seen", ""));
    String otherwise = head.get("permissive");
    return new Attack(
        path,
        language,
        file,
        source,
        expected,
        otherwise == null ? expected : expected.otherwise(otherwise),
        head.getOrDefault("control", ""),
        configurations(head.getOrDefault("configurations", "")),
        limits(head.getOrDefault("limits", "")));
  }

  private static Map<String, String> head(String source) {
    Map<String, String> head = new HashMap<>();
    source
        .lines()
        .takeWhile(line -> line.startsWith("#") || line.startsWith("//"))
        .map(line -> line.substring(line.indexOf(' ') + 1).split(": ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> head.put(parts[0], parts[1]));
    return head;
  }

  private static Set<String> configurations(String named) {
    return switch (named) {
      case "" -> Set.of("conservative", "balanced");
      case "all" -> Set.of("conservative", "balanced", "processes");
      default -> Set.of(named.split(", ", -1));
    };
  }

  private static JsonObject limits(String named) {
    JsonObject.Builder limits = JsonObject.builder();
    for (String one : named.isEmpty() ? new String[0] : named.split(" ", -1)) {
      String[] parts = one.split("=", 2);
      limits.put(parts[0], new Json.Num(new BigDecimal(parts[1])));
    }
    return limits.build();
  }

  /** Returns how an outcome counts among the ends that {@code ends} names. */
  static String endOf(Outcome outcome) {
    String verdict = outcome.result() instanceof Json.Text(String text) ? text : "";
    if (outcome.status() == Status.OK) {
      return verdict.startsWith("BLOCKED:") ? "blocked" : Expected.NOT_BLOCKED;
    }
    if (outcome.status() != Status.KILLED) {
      return outcome.status().wireName();
    }
    return outcome.violations().stream()
        .filter(one -> one.witness() != Witness.PROGRAM)
        .findFirst()
        .map(one ->
            switch (one.witness()) {
              case KERNEL -> "killed";
              case LIMIT -> "limit " + one.action();
              default -> one.action().equals("forged frame") ? "forged" : one.action();
            })
        .orElse("killed without a violation");
  }

  /** Returns the folder that it lies in. */
  String category() {
    return name.split("/", -1)[1];
  }

  /** Returns whether it can be shown to work where there is no sandbox. */
  boolean hasControl() {
    return !control.startsWith("none");
  }
}
