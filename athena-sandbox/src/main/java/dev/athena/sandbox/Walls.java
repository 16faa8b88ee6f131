package dev.athena.sandbox;

import dev.athena.execution.Backend;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the probe must find. */
final class Walls {
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "LANG", "PWD");
  private static final String NO_RIGHTS = "0000000000000000";

  /** Processes inside: of a plain sandbox the program alone, of the other also its helpers. */
  private static final int PROCESSES_MAX = 1;

  private static final int PROCESSES_OF_SRT_MAX = 12;

  private Walls() {}

  /** One wall, and what the probe found there. */
  record Standing(String name, boolean stands, String found) {}

  static List<Standing> of(Backend backend, JsonObject found) {
    Predicate<Json> refused = value -> text(value).startsWith("refused: ");
    boolean plain = backend == Backend.BWRAP;
    List<Standing> walls = new ArrayList<>();
    walls.add(check(found, "key_file", "files of this machine cannot be read", refused));
    walls.add(check(found, "shadow", "system files cannot be read", refused));
    walls.add(check(found, "kernel_setting", "settings of the kernel cannot be written", refused));
    walls.add(check(found, "system_folder", "programs cannot be replaced", refused));
    walls.add(check(found, "loopback", "services of this machine cannot be reached", refused));
    walls.add(check(found, "datagram", "nothing can be sent", refused));
    walls.add(check(found, "name", "no name is resolved", refused));
    walls.add(
        check(found, "rights", "there are no rights", value -> text(value).equals(NO_RIGHTS)));
    walls.add(
        check(found, "no_new_rights", "no rights can be gained", value -> text(value).equals("1")));
    walls.add(
        check(found, "filter", "system calls are filtered", value -> text(value).equals("2")));
    walls.add(
        check(
            found,
            "processes",
            "other processes cannot be seen",
            value -> isAtMost(value, plain ? PROCESSES_MAX : PROCESSES_OF_SRT_MAX)));
    if (plain) {
      walls.add(check(found, "environment", "the environment is clean", Walls::isClean));
    }
    walls.add(
        check(
            found,
            "working_folder",
            "the working folder can be written",
            value -> text(value).equals("written")));
    return walls;
  }

  private static Standing check(
      JsonObject found, String name, String meaning, Predicate<Json> stands) {
    Json value = found.find(name).orElse(Json.Null.VALUE);
    return new Standing(meaning, stands.test(value), JsonCodec.write(value));
  }

  private static boolean isClean(Json value) {
    return value instanceof JsonArray(List<Json> names)
        && names.stream().allMatch(name -> ENVIRONMENT.contains(text(name)));
  }

  private static boolean isAtMost(Json value, int most) {
    return value instanceof Json.Num(var number) && number.intValue() <= most;
  }

  private static String text(Json value) {
    return value instanceof Json.Text(String text) ? text : "";
  }
}
