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
  private static final Set<String> ENVIRONMENT_OF_SRT =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "ATHENA_API",
          "ATHENA_NETWORK",
          "NODE_USE_ENV_PROXY",
          "HTTP_PROXY",
          "http_proxy",
          "HTTPS_PROXY",
          "https_proxy",
          "ALL_PROXY",
          "all_proxy",
          "NO_PROXY",
          "no_proxy");

  private static final String NO_RIGHTS = "0000000000000000";

  /** Processes inside: of a plain sandbox the program alone, of the other also its helpers. */
  private static final int PROCESSES_MAX = 1;

  private static final int PROCESSES_OF_SRT_MAX = 3;

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
    Set<String> variables = plain ? ENVIRONMENT : ENVIRONMENT_OF_SRT;
    walls.add(
        check(
            found, "environment", "the environment is clean", value -> isWithin(value, variables)));
    walls.add(
        check(
            found,
            "working_folder",
            "the working folder can be written",
            value -> text(value).equals("written")));
    if (!plain) {
      walls.addAll(ofProxies(found));
    }
    return walls;
  }

  /** Proxies that are dead would refuse everything and tell of nothing. */
  private static List<Standing> ofProxies(JsonObject found) {
    return List.of(
        check(
            found,
            "first_process",
            "the first process cannot be looked at",
            value -> text(value).startsWith("refused: ")),
        check(
            found,
            "hidden_folder",
            "hidden folders cannot be filled",
            value -> text(value).startsWith("refused: ")),
        check(
            found,
            "allowed_host",
            "a host of the list can be reached",
            value -> text(value).equals("200 " + RealProbe.GREETING)),
        check(
            found,
            "refused_host",
            "no other host can be reached",
            value -> text(value).startsWith("403 ")),
        check(
            found,
            RealProbe.TOLD,
            "what is refused is told of",
            value -> value.equals(Json.ofTexts(List.of(RealProbe.REFUSED_HOST)))));
  }

  private static Standing check(
      JsonObject found, String name, String meaning, Predicate<Json> stands) {
    Json value = found.find(name).orElse(Json.Null.VALUE);
    return new Standing(meaning, stands.test(value), JsonCodec.write(value));
  }

  private static boolean isWithin(Json value, Set<String> variables) {
    return value instanceof JsonArray(List<Json> names)
        && names.stream().allMatch(name -> variables.contains(text(name)));
  }

  private static boolean isAtMost(Json value, int most) {
    return value instanceof Json.Num(var number) && number.intValue() <= most;
  }

  private static String text(Json value) {
    return value instanceof Json.Text(String text) ? text : "";
  }
}
