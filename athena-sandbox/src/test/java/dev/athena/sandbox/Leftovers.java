package dev.athena.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What programs left on this machine that should be gone with their sandboxes. */
final class Leftovers {
  private static final Set<Integer> USERS = Set.of(Victim.USER, Machine.PLAIN_USER);

  /** How the keys of what victims share begin; there may be another one, of other tests. */
  private static final long KEY_BEGIN = 0x4174;

  private Leftovers() {}

  /** Returns the processes that have something below {@code folder} among their mounts. */
  static List<String> processesThatSee(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path process : children(Path.of("/proc"))) {
      try {
        if (Files.readString(process.resolve("mountinfo")).contains(folder.toString())) {
          found.add(process + " " + Files.readString(process.resolve("cmdline")));
        }
      } catch (IOException _) {
        // It is no process, one of somebody else, or gone.
      }
    }
    return found;
  }

  /** Returns the files of programs where everybody writes, but those of victims. */
  static List<String> files() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path place : List.of(Path.of("/dev/shm"), Path.of("/tmp"), Path.of("/var/tmp"))) {
      for (Path file : children(place)) {
        Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        boolean ofVictims = file.getFileName().toString().startsWith("athena-victim");
        if (owner.equals(Victim.USER) && Machine.isRoot() && !ofVictims) {
          found.add(file.toString());
        }
      }
    }
    return found;
  }

  /** Returns the memory, semaphores and queues of users that programs run as. */
  static List<String> sharedMemory() throws IOException {
    List<String> found = new ArrayList<>();
    for (String kind : List.of("shm", "sem", "msg")) {
      List<String> lines = Files.readAllLines(Path.of("/proc/sysvipc", kind));
      List<String> names = List.of(lines.getFirst().strip().split("\\s+", -1));
      int user = names.indexOf("uid");
      for (String line : lines.subList(1, lines.size())) {
        List<String> fields = List.of(line.strip().split("\\s+", -1));
        boolean ofVictims = Long.parseLong(fields.getFirst()) >> 16 == KEY_BEGIN;
        if (USERS.contains(Integer.valueOf(fields.get(user))) && !ofVictims) {
          found.add(line);
        }
      }
    }
    return found;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
