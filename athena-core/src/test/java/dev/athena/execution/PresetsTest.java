package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {
  private final Presets presets = new Presets(PresetSource.none());

  @Test
  void threeComeWithAthena() {
    assertThat(presets.all())
        .extracting(Preset::name)
        .containsExactly("conservative", "balanced", "permissive");
    assertThat(presets.get("conservative").config().memory()).isEqualTo(MemoryAccess.READ);
    assertThat(presets.get("permissive").config().backend()).isEqualTo(Backend.SRT);
  }

  @ParameterizedTest
  @CsvSource({
    "conservative, 30, 10",
    "balanced, 30, 30",
    "balanced, 600, 300",
    "balanced, 0.1, 0.1"
  })
  void theShorterTimeHolds(String preset, double asked, double held) {
    assertThat(presets.within(preset, asked).config().limits().timeoutSeconds()).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.09, 600.1, -1, Double.NaN})
  void aTimeOutsideTheRangeIsRefused(double seconds) {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> presets.within("balanced", seconds))
        .withMessageContaining("timeout_seconds");
  }

  @Test
  void anUnknownPresetIsToldWithTheNearestName() {
    assertThatExceptionOfType(UnknownPreset.class)
        .isThrownBy(() -> presets.get("balancd"))
        .withMessageContaining("balancd")
        .matches(e -> e.hint().contains("balanced"));
  }

  @Test
  void optionsChangeThePresetTheyName() {
    JsonObject options =
        JsonCodec.readObject("{\"preset\": \"conservative\", \"limits\": {\"memory_mb\": 64}}");

    Presets.Chosen chosen = presets.custom(options);

    assertThat(chosen.name()).isEqualTo("custom");
    assertThat(chosen.config().memory()).isEqualTo(MemoryAccess.READ);
    assertThat(chosen.config().limits().memoryMb()).isEqualTo(64);
  }

  @Test
  void anOptionThatIsNoneIsRefusedByItsName() {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> presets.custom(JsonCodec.readObject("{\"memory_mb\": 64}")))
        .withMessageContaining("memory_mb");
  }

  @Test
  void everyPresetIsTheSameAfterItWasWrittenAsJson() {
    for (Preset preset : presets.all()) {
      assertThat(SandboxConfig.of(preset.config().toJson())).isEqualTo(preset.config());
    }
  }
}
