package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnRecordTest {
  private final JsonBinder binder = new JsonBinder(Map.of());

  record Own(String name, int count) {}

  @Test
  void aRecordThatOnlyItsPackageSeesIsReadAndWritten() {
    Json json = JsonCodec.read("{\"name\": \"a\", \"count\": 2}");

    assertThat(binder.read(json, Own.class, "")).isEqualTo(new Own("a", 2));
    assertThat(binder.write(new Own("a", 2), Own.class)).isEqualTo(json);
  }
}
