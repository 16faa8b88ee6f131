package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Backend;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.Walls.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the self-test makes of what the probe found. */
class WallsTest {
  private static final Json REFUSED = Json.of("refused: PermissionError");

  @Test
  void allWallsOfSrtStandWhereTheProbeFoundWhatItMust() {
    assertThat(fallen(good())).isEmpty();
  }

  @Test
  void eachFindingOfSrtIsAWallOfItsOwn() {
    Map<String, Json> good = good();
    good.keySet()
        .forEach(name -> {
          Map<String, Json> bad = new LinkedHashMap<>(good);
          bad.put(name, Json.of("something else"));
          assertThat(fallen(bad)).as(name).hasSize(1);

          bad.remove(name);
          assertThat(fallen(bad)).as("without " + name).hasSize(1);
        });
  }

  @Test
  void deadProxiesAreNoticed() {
    Map<String, Json> dead = good();
    dead.put("allowed_host", Json.of("refused: ConnectionResetError"));
    dead.put("refused_host", Json.of("refused: ConnectionResetError"));
    dead.put(RealProbe.TOLD, Json.ofTexts(List.of()));

    assertThat(fallen(dead))
        .containsExactly(
            "a host of the list can be reached",
            "no other host can be reached",
            "what is refused is told of");
  }

  @Test
  void oneMoreProcessOrVariableIsNoticed() {
    Map<String, Json> found = good();
    found.put("processes", Json.of(4));
    found.put("environment", Json.ofTexts(List.of("PATH", "SECRET_TOKEN")));

    assertThat(fallen(found))
        .containsExactly("other processes cannot be seen", "the environment is clean");
  }

  private static List<String> fallen(Map<String, Json> found) {
    return Walls.of(Backend.SRT, new JsonObject(found)).stream()
        .filter(wall -> !wall.stands())
        .map(Standing::name)
        .toList();
  }

  private static Map<String, Json> good() {
    Map<String, Json> found = new LinkedHashMap<>();
    for (String name :
        List.of(
            "key_file",
            "shadow",
            "kernel_setting",
            "system_folder",
            "loopback",
            "datagram",
            "name",
            "first_process",
            "hidden_folder")) {
      found.put(name, REFUSED);
    }
    found.put("rights", Json.of("0000000000000000"));
    found.put("no_new_rights", Json.of("1"));
    found.put("filter", Json.of("2"));
    found.put("processes", Json.of(3));
    found.put("environment", Json.ofTexts(List.of("HTTP_PROXY", "PATH")));
    found.put("working_folder", Json.of("written"));
    found.put("allowed_host", Json.of("200 athena"));
    found.put("refused_host", Json.of("403 Connection blocked by network allowlist"));
    found.put(RealProbe.TOLD, Json.ofTexts(List.of(RealProbe.REFUSED_HOST)));
    return found;
  }
}
