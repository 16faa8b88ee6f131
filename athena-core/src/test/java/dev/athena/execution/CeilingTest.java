package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.error.ErrorCode;
import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeilingTest {
  private static final String FIXED =
      """
      {"backend": "bwrap", "memory": "read", "languages": ["python"],
       "limits": {"memory_mb": 512, "timeout_seconds": 20},
       "paths": {"read": ["/srv/data"], "write": ["/srv/out"]},
       "network": {"domains": ["*.example.org", "api.example.com:8443"], "methods": ["GET"],
         "request_kb": 8},
       "refuse": ["subprocess"]}\
      """;

  private final Ceiling ceiling = Ceiling.of(json(FIXED));
  private final Presets presets = new Presets(new Fixed(ceiling));

  private record Fixed(Ceiling ceiling) implements PresetSource {
    @Override
    public List<Preset> custom() {
      return List.of(
          new Preset(
              "mine",
              "",
              config(
                  """
                  {"backend": "srt", "limits": {"memory_mb": 2048, "open_files": 99},
                   "network": {"domains": ["a.example.org", "evil.com"]},
                   "paths": {"read": ["/srv/data/x", "/etc"]}}\
                  """)));
    }
  }

  @Test
  void aPresetIsTightenedToIt() {
    SandboxConfig config = presets.get("mine").config();

    assertThat(config.backend()).isEqualTo(Backend.BWRAP);
    assertThat(config.memory()).isEqualTo(MemoryAccess.READ);
    assertThat(config.languages()).containsExactly(Language.PYTHON);
    assertThat(config.limits().memoryMb()).isEqualTo(512);
    assertThat(config.limits().timeoutSeconds()).isEqualTo(20);
    assertThat(config.limits().openFiles()).isEqualTo(99);
    assertThat(config.network().domains()).containsExactly("a.example.org");
    assertThat(config.network().methods()).containsExactly("GET");
    assertThat(config.network().requestKb()).isEqualTo(8);
    assertThat(config.paths().read()).containsExactly("/srv/data/x");
    assertThat(config.refuse()).containsExactly(FindingRule.SUBPROCESS);
  }

  @Test
  void everydayPresetsReachWhatItAllowsAndTheStrictestNothing() {
    assertThat(presets.get("balanced").config().network().domains())
        .containsExactly("*.example.org", "api.example.com:8443");
    assertThat(presets.get("conservative").config().network().domains()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"limits\": {\"memory_mb\": 513}}",
        "{\"limits\": {\"timeout_seconds\": 20.1}}",
        "{\"backend\": \"srt\"}",
        "{\"memory\": \"full\"}",
        "{\"languages\": [\"python\", \"javascript\"]}",
        "{\"network\": {\"domains\": [\"example.org\"]}}",
        "{\"network\": {\"domains\": [\"example.org.evil.com\"]}}",
        "{\"network\": {\"domains\": [\"evilexample.org\"]}}",
        "{\"network\": {\"domains\": [\"a.example.org:8080\"]}}",
        "{\"network\": {\"domains\": [\"api.example.com\"]}}",
        "{\"network\": {\"methods\": [\"POST\"]}}",
        "{\"network\": {\"request_kb\": 9}}",
        "{\"paths\": {\"read\": [\"/srv/database\"]}}",
        "{\"paths\": {\"read\": [\"/home\"]}}",
        "{\"paths\": {\"write\": [\"/srv/data\"]}}"
      })
  void whatAsksForMoreIsRefused(String options) {
    assertThatExceptionOfType(BeyondCeiling.class)
        .isThrownBy(() -> presets.custom(json(options)))
        .matches(e -> e.code() == ErrorCode.PERMISSION_DENIED)
        .withMessageContaining("is allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"limits\": {\"memory_mb\": 512, \"timeout_seconds\": 20}}",
        "{\"network\": {\"domains\": [\"a.example.org\", \"*.b.example.org\"]}}",
        "{\"network\": {\"domains\": [\"a.example.org:443\", \"api.example.com:8443\"]}}",
        "{\"paths\": {\"read\": [\"/srv/data\", \"/srv/data/a\", \"/srv/out\"]}}",
        "{\"paths\": {\"write\": [\"/srv/out/x\"]}}",
        "{\"refuse\": [\"socket\"]}"
      })
  void whatAsksForAsMuchOrLessIsTaken(String options) {
    SandboxConfig config = presets.custom(json(options)).config();

    assertThat(config.refuse()).contains(FindingRule.SUBPROCESS);
  }

  @Test
  void whereNothingIsFixedNoHostAndNoPathCanBeAskedFor() {
    Presets open = new Presets(PresetSource.none());

    assertThat(
            open.custom(json("{\"limits\": {\"memory_mb\": 4096}}")).config().limits().memoryMb())
        .isEqualTo(4_096);
    assertThatExceptionOfType(BeyondCeiling.class)
        .isThrownBy(() -> open.custom(json("{\"paths\": {\"read\": [\"/root/.ssh\"]}}")));
    assertThatExceptionOfType(BeyondCeiling.class)
        .isThrownBy(() -> open.custom(json("{\"network\": {\"domains\": [\"example.org\"]}}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/proc/1", "/sys", "/dev", "/tmp", "/tmp/", "/athena", "/workspace/a"})
  void noPathCanTakeThePlaceOfAWall(String path) {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> config("{\"paths\": {\"read\": [\"" + path + "\"]}}"));
  }

  private static SandboxConfig config(String options) {
    return SandboxConfig.of(JsonObject.EMPTY).with(json(options));
  }

  private static JsonObject json(String text) {
    return JsonCodec.readObject(text);
  }
}
