package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.AttackRun.Plan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Athenas that run attacks: each has a secret in its environment, and an open file. */
final class AttackStart implements AutoCloseable {
  private final Victim victim;
  private final Path folder;
  private final List<String> folders = new ArrayList<>();

  /** Makes a folder for all that they have, away from that of the victim. */
  AttackStart(Victim victim) throws IOException {
    this.victim = victim;
    this.folder = Files.createTempDirectory(Path.of("/var/tmp"), "athena-attackers");
    Files.setAttribute(folder, "unix:mode", 0755); // other users start from it
  }

  /** Runs the attacks of a plan, started by root, and returns how each ended. */
  List<JsonObject> asRoot(Plan plan) throws IOException, InterruptedException {
    return run("root", List.of(), plan);
  }

  /** Runs the attacks of a plan, started by an ordinary user, and returns how each ended. */
  List<JsonObject> asUser(Plan plan) throws IOException, InterruptedException {
    return run("user", Victim.asUser(), plan);
  }

  private List<JsonObject> run(String name, List<String> user, Plan plan)
      throws IOException, InterruptedException {
    Path home = Files.createDirectory(home(name));
    Path results = home.resolve("results.json");
    List<String> command = command(user);
    command.addAll(
        List.of(victim.attacks().toString(), home.toString(), results.toString(), plan.toString()));
    Files.setAttribute(home, "unix:mode", 0755);
    if (!user.isEmpty()) {
      Victim.own(home);
    }
    Path log = folder.resolve("log-of-" + name);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(victim.facts());
    builder.environment().put("SECRET_TOKEN", Victim.SECRET + "-variable");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    int exit = builder.start().waitFor();
    assertThat(exit).as("%s", Files.readString(log)).isZero();
    JsonObject all = JsonCodec.readObject(Files.readString(results));
    values(all, "folders").forEach(one -> folders.add(((Json.Text) one).value()));
    return values(all, "ended").stream().map(JsonObject.class::cast).toList();
  }

  private List<String> command(List<String> user) throws IOException {
    String key = victim.folder().resolve("home/.ssh/id_rsa").toString();
    List<String> command = new ArrayList<>(Control.withOpenFile(key));
    command.addAll(user);
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx512m",
            "-Dathena.srt=" + SandboxFixture.srtModules(),
            "-cp",
            classpath(),
            AttackRun.class.getName()));
    return command;
  }

  private static List<Json> values(JsonObject of, String name) {
    return of.array(name).map(JsonArray::values).orElseThrow();
  }

  /** Copies what this JVM is made of to where every user can read it. */
  private String classpath() throws IOException {
    Path copies = folder.resolve("classes");
    boolean done = Files.exists(copies);
    Files.createDirectories(copies);
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path from = Path.of(entry);
      Path to = copies.resolve(entries.size() + "-" + from.getFileName());
      if (Files.exists(from) && !done) {
        Victim.copy(from, to);
      }
      entries.add(to.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private Path home(String name) {
    return folder.resolve("home-of-" + name);
  }

  /** Checks that all of the sandboxes is gone, and all that worked for them. */
  void assertNothingIsLeft() throws IOException {
    assertThat(Leftovers.processesThatSee(folder)).isEmpty();
    assertThat(Leftovers.processesThatSee(victim.folder())).isEmpty();
    assertThat(ProcessHandle.allProcesses().map(AttackStart::commandLine))
        .noneMatch(line -> line.contains(folder.toString()))
        .noneMatch(line -> folders.stream().anyMatch(line::contains));
    for (String name : folders) {
      assertThat(Path.of(name)).doesNotExist();
    }
    for (String name : List.of("root", "user")) {
      if (Files.exists(home(name))) {
        assertThat(home(name).resolve("sessions")).doesNotExist();
        assertThat(home(name).resolve("cache"))
            .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("making"));
      }
    }
  }

  /** Returns how many folders there were of processes that worked for sandboxes. */
  int helpers() {
    return folders.size();
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  @Override
  public void close() throws IOException {
    SessionFolder.remove(folder);
  }
}
