package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.SandboxPaths;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SrtSettingsTest {
  private static final SrtSettings.Places PLACES =
      new SrtSettings.Places(
          Path.of("/srt/helpers"),
          Path.of("/broker/tmp"),
          Path.of("/cache/athena"),
          List.of(Path.of("/usr/bin/python3")),
          new SrtSettings.Programs("/bin/bwrap", "/bin/socat", "/bin/rg"));

  @Test
  void nothingIsReadableButWhatIsNamed() {
    JsonObject files = json(new SandboxPaths(List.of("/data/[a]"), List.of())).get("filesystem");

    assertThat(JsonCodec.write(files.find("denyRead").orElseThrow()))
        .isEqualTo("[" + path("/") + "," + path("/tmp/claude") + "]");
    assertThat(JsonCodec.write(files.find("allowRead").orElseThrow()))
        .startsWith("[" + path("/usr"))
        .contains(path("/srt/helpers"), path("/broker/tmp"), path("/cache/athena"))
        .contains(path("/data/[a]"))
        .doesNotContain(path("/etc"), path("/"));
  }

  @Test
  void nothingIsWritableButWhatIsNamed() {
    JsonObject none = json(SandboxPaths.NONE).get("filesystem");
    JsonObject some = json(new SandboxPaths(List.of(), List.of("/out"))).get("filesystem");

    assertThat(JsonCodec.write(none.find("allowWrite").orElseThrow())).isEqualTo("[]");
    assertThat(JsonCodec.write(some.find("allowWrite").orElseThrow()))
        .isEqualTo("[" + path("/out") + "]");
    assertThat(JsonCodec.write(none.find("denyWrite").orElseThrow())).contains("/tmp/claude");
  }

  @Test
  void theListOfHostsIsAllThereIsAndPrivateAddressesAreDenied() {
    JsonObject network = json(SandboxPaths.NONE).get("network");

    assertThat(network.find("strictAllowlist")).contains(Json.of(true));
    assertThat(JsonCodec.write(network.find("allowedDomains").orElseThrow()))
        .isEqualTo("[\"example.org:443\",\"example.org:80\"]");
    assertThat(JsonCodec.write(network.find("deniedResolvedAddresses").orElseThrow()))
        .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");
  }

  @Test
  void limitsAndLanguageDoNotMatterForTheProxies() {
    SandboxConfig config = SrtMachine.config("example.org");
    SandboxConfig larger = config.with(SandboxFixture.limits("memory_mb", 512));

    assertThat(SrtSettings.of(Blueprint.of(Language.JAVASCRIPT, larger)))
        .isEqualTo(SrtSettings.of(Blueprint.of(Language.PYTHON, config)))
        .isNotEqualTo(
            SrtSettings.of(Blueprint.of(Language.PYTHON, SrtMachine.config("example.com"))));
  }

  private record Groups(JsonObject whole) {
    JsonObject get(String name) {
      return whole.object(name).orElseThrow();
    }
  }

  private static Groups json(SandboxPaths paths) {
    return new Groups(new SrtSettings(List.of("example.org"), paths).toJson(PLACES));
  }

  private static String path(String path) {
    return "{\"path\":\"" + path + "\",\"literal\":true}";
  }
}
