package dev.athena.sandbox;

import dev.athena.execution.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs attacks where there is no sandbox: what does not work there proves nothing when it does not
 * work in one.
 */
final class Control {
  private static final long SECONDS = 60;

  private final Victim victim;

  Control(Victim victim) {
    this.victim = victim;
  }

  /** Returns whether this machine lets us show that an attack works. */
  static boolean isPossible(Attack attack) {
    boolean asRoot = List.of("root", "terminal", "network").contains(attack.control());
    return attack.hasControl() && (Machine.isRoot() || !asRoot);
  }

  /** Returns the verdict of an attack, which comes last of all it writes. */
  String run(Attack attack) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(attack));
    builder.environment().clear();
    builder.environment().putAll(victim.facts());
    builder.environment().put("SECRET_TOKEN", Victim.SECRET + "-variable");
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("HOME", victim.folder().resolve("scratch").toString());
    builder.directory(victim.folder().resolve("scratch").toFile()).redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      byte[] output = process.getInputStream().readAllBytes();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return "it did not end";
      }
      String text = new String(output, StandardCharsets.UTF_8).strip();
      return text.isEmpty()
          ? "nothing; exit status " + process.exitValue()
          : text.substring(text.lastIndexOf('\n') + 1);
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Attack attack) {
    String harness = victim.attacks().resolve("harness").toString();
    String key = victim.folder().resolve("home/.ssh/id_rsa").toString();
    List<String> command = new ArrayList<>(withOpenFile(key));
    switch (attack.control()) {
      case "user" -> command.addAll(Victim.asUser());
      case "root" -> command.addAll(List.of("unshare", "--mount", "--uts", "--"));
      case "terminal", "network" -> addSurroundings(command, harness, attack);
      default -> {
        command.addAll(Victim.asUser());
        addSurroundings(command, harness, attack);
      }
    }
    command.addAll(
        attack.language() == Language.PYTHON
            ? List.of("/usr/bin/python3", harness + "/run.py")
            : List.of("/usr/bin/node", "--no-warnings", harness + "/run.mjs"));
    command.add(attack.file().toString());
    return command;
  }

  private static void addSurroundings(List<String> command, String harness, Attack attack) {
    command.addAll(List.of("/usr/bin/python3", harness + "/control.py", attack.control()));
  }

  /** Returns the words that start a command with a file that nobody closed. */
  static List<String> withOpenFile(String file) {
    return List.of("/bin/sh", "-c", "exec \"$@\" 7<\"$0\"", file);
  }
}
