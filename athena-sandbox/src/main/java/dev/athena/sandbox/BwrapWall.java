package dev.athena.sandbox;

import dev.athena.execution.Language;
import dev.athena.sandbox.Blueprint.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds sandboxes with bubblewrap: namespaces of their own for everything, no network, a file
 * system made of the languages and two folders in main memory, no rights, a filter of system calls,
 * and limits kept by the kernel.
 *
 * <p>The order of the words matters: what comes later lies over what came before. {@code /proc/sys}
 * is made read-only after {@code /proc}; {@code /dev} and {@code /} after all that is put into
 * them. Bubblewrap gets an empty environment, since its own process can be looked at from inside.
 *
 * <p>Of devices there are only those that nothing can be kept in: {@code /dev/zero} gives out
 * memory that no limit counts.
 */
final class BwrapWall implements Wall {
  private static final long MIB = 1L << 20;

  /** Starts a command with the filter of system calls open as descriptor 9. */
  private static final String START = "exec \"$@\" 9<\"$0\"";

  /**
   * Puts the frames where neither the program nor another that it starts takes them for its input
   * and output. Node cannot do that itself; Python does.
   */
  private static final String FRAMES_AWAY = " 7<&0 8>&1 </dev/null >&2";

  private static final int SHARED_MEMORY_MB = 16;
  private static final int TEMPORARY_MB = 64;

  private static final List<String> DEVICES = List.of("null", "random", "urandom", "full");

  private final Machine machine;
  private final Installed installed;

  BwrapWall(Machine machine, Installed installed) {
    this.machine = machine;
    this.installed = installed;
  }

  @Override
  public Launch launch(Blueprint blueprint) {
    boolean processes = blueprint.kernel().processes() > 0;
    List<String> command = new ArrayList<>();
    boolean python = blueprint.language() == Language.PYTHON;
    command.addAll(List.of("/bin/sh", "-c", python ? START : START + FRAMES_AWAY));
    command.add(installed.filter(processes).toString());
    command.addAll(machine.withoutRoot());
    command.add(machine.need("bwrap", "bubblewrap"));
    command.addAll(walls());
    environment(blueprint).forEach((name, value) -> add(command, "--setenv", name, value));
    command.addAll(files(blueprint));
    command.addAll(List.of("--seccomp", "9"));
    command.addAll(limits(blueprint.kernel()));
    command.addAll(Runner.command(machine, blueprint, Path.of("/athena")));
    if (!python) {
      command.addAll(List.of("7", "8"));
    }
    return new Launch(command, Map.of(), Path.of("/"), Guard.NONE);
  }

  @Override
  public void close() {
    // Nothing is held between two sandboxes.
  }

  private static List<String> walls() {
    return List.of(
        "--unshare-user",
        "--unshare-pid",
        "--unshare-ipc",
        "--unshare-net",
        "--unshare-uts",
        "--unshare-cgroup-try",
        "--disable-userns",
        "--die-with-parent",
        "--new-session",
        "--as-pid-1",
        "--cap-drop",
        "ALL",
        "--clearenv",
        "--hostname",
        "sandbox");
  }

  private static Map<String, String> environment(Blueprint blueprint) {
    Map<String, String> environment = new LinkedHashMap<>(blueprint.environment());
    environment.put("PATH", "/usr/bin");
    environment.put("HOME", "/tmp");
    environment.put("LANG", "C.UTF-8");
    return environment;
  }

  private List<String> files(Blueprint blueprint) {
    List<String> words = new ArrayList<>();
    add(words, "--ro-bind", "/usr", "/usr");
    for (String name : List.of("bin", "lib", "lib64")) {
      add(words, "--symlink", "usr/" + name, "/" + name);
    }
    for (String path : List.of("/etc/ld.so.cache", "/etc/alternatives")) {
      add(words, "--ro-bind-try", path, path);
    }
    Path interpreter = machine.interpreter(blueprint.language());
    if (!interpreter.startsWith("/usr")) {
      add(words, "--ro-bind", interpreter.toString(), interpreter.toString());
    }
    add(words, "--proc", "/proc");
    add(words, "--ro-bind", "/proc/sys", "/proc/sys");
    devices(words);
    add(words, "--remount-ro", "/dev");
    memory(words, TEMPORARY_MB, "/tmp");
    memory(words, blueprint.kernel().workspaceMb(), "/workspace");
    add(words, "--ro-bind", installed.folder().toString(), "/athena");
    blueprint.paths().read().forEach(path -> add(words, "--ro-bind", path, path));
    blueprint.paths().write().forEach(path -> writable(words, path));
    add(words, "--remount-ro", "/");
    add(words, "--chdir", "/workspace");
    return words;
  }

  private static void devices(List<String> words) {
    memory(words, 1, "/dev");
    for (String name : DEVICES) {
      add(words, "--dev-bind", "/dev/" + name, "/dev/" + name);
    }
    add(words, "--symlink", "/proc/self/fd", "/dev/fd");
    add(words, "--symlink", "/proc/self/fd/0", "/dev/stdin");
    add(words, "--symlink", "/proc/self/fd/1", "/dev/stdout");
    add(words, "--symlink", "/proc/self/fd/2", "/dev/stderr");
    memory(words, SHARED_MEMORY_MB, "/dev/shm");
  }

  private static void writable(List<String> words, String path) {
    add(words, "--bind", path, path);
    Obeyed.in(path).forEach(obeyed -> add(words, "--ro-bind-try", obeyed, obeyed));
  }

  private static void memory(List<String> words, int mebibytes, String at) {
    add(words, "--size", Long.toString(mebibytes * MIB), "--tmpfs", at);
  }

  private List<String> limits(Kernel kernel) {
    List<String> words = new ArrayList<>();
    add(words, "--", machine.need("prlimit", "util-linux"));
    kernel.limits().forEach((name, limit) -> words.add("--%s=%d:%d".formatted(name, limit, limit)));
    words.add("--");
    return words;
  }

  private static void add(List<String> words, String... more) {
    words.addAll(List.of(more));
  }

  /** Returns whether bubblewrap is there at all. */
  static boolean isThere(Machine machine) {
    return machine.find("bwrap").filter(Files::isExecutable).isPresent();
  }
}
