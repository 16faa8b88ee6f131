package dev.athena.sandbox;

import dev.athena.execution.SandboxPaths;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What srt is told: that nothing can be read but what a program needs, nothing be written but what
 * was asked for, and no host be reached but those of the list, nor by their names an address of a
 * private network.
 *
 * <p>srt's own settings have no working folder. A program gets one in main memory, put there when
 * the command line of srt is made stronger.
 */
record SrtSettings(List<String> domains, SandboxPaths paths) {
  /** Shared by everybody on a machine, and open for every program of srt unless it is denied. */
  private static final String SHARED = "/tmp/claude";

  private static final List<String> SYSTEM =
      List.of("/usr", "/etc/ld.so.cache", "/etc/alternatives", "/etc/ssl");

  /** Private networks, and what is no address of a host: srt itself denies this machine's own. */
  private static final List<String> PRIVATE =
      List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "198.18.0.0/15",
          "240.0.0.0/4",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10");

  SrtSettings {
    domains = List.copyOf(domains);
  }

  /** Returns what of a blueprint srt must know; equal ones can share their proxies. */
  static SrtSettings of(Blueprint blueprint) {
    return new SrtSettings(blueprint.domains(), blueprint.paths());
  }

  /**
   * Where on this machine is what srt needs.
   *
   * @param helpers srt's own programs, which run inside
   * @param temporary the folder of the broker's sockets, which must be seen inside: srt hides them
   *     otherwise, and then answers nothing and tells of nothing
   * @param athena the runners
   * @param interpreters those that may lie outside of /usr
   */
  record Places(
      Path helpers, Path temporary, Path athena, List<Path> interpreters, Programs programs) {
    Places {
      interpreters = List.copyOf(interpreters);
    }
  }

  /** Programs that srt starts. */
  record Programs(String bwrap, String socat, String ripgrep) {}

  JsonObject toJson(Places places) {
    return JsonObject.builder()
        .put("network", network())
        .put("filesystem", filesystem(places))
        .put("mandatoryDenySearchDepth", 1)
        .put("bwrapPath", places.programs().bwrap())
        .put("socatPath", places.programs().socat())
        .put("ripgrep", JsonObject.builder().put("command", places.programs().ripgrep()).build())
        .build();
  }

  private JsonObject network() {
    return JsonObject.builder()
        .put("allowedDomains", Json.ofTexts(SrtDomains.withPorts(domains)))
        .put("deniedDomains", JsonArray.EMPTY)
        .put("strictAllowlist", true)
        .put("deniedResolvedAddresses", Json.ofTexts(PRIVATE))
        .build();
  }

  private JsonObject filesystem(Places places) {
    List<String> readable = new ArrayList<>(SYSTEM);
    readable.add(places.helpers().toString());
    readable.add(places.temporary().toString());
    readable.add(places.athena().toString());
    places.interpreters().forEach(path -> readable.add(path.toString()));
    readable.addAll(paths.read());
    return JsonObject.builder()
        .put("denyRead", names(List.of("/", SHARED)))
        .put("allowRead", names(readable))
        .put("allowWrite", names(paths.write()))
        .put("denyWrite", names(List.of(SHARED)))
        .build();
  }

  /** srt would take some characters of a plain path for a pattern. */
  private static JsonArray names(List<String> paths) {
    return new JsonArray(
        paths.stream()
            .<Json>map(path -> JsonObject.builder().put("path", path).put("literal", true).build())
            .toList());
  }
}
