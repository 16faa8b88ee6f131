package dev.athena.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "0",
        "-12.5",
        "1E-7",
        "\"\"",
        "\"a \\\"quote\\\" and \\u0007\"",
        "[]",
        "{}",
        "{\"b\":[1,{\"a\":null}],\"a\":\"\u4e2d\"}"
      })
  void whatIsWrittenReadsBackTheSame(String text) {
    Json value = JsonCodec.read(text);

    assertThat(JsonCodec.read(JsonCodec.write(value))).isEqualTo(value);
    assertThat(JsonCodec.read(JsonCodec.writePretty(value))).isEqualTo(value);
    assertThat(JsonCodec.read(JsonCodec.writeUtf8(value))).isEqualTo(value);
  }

  @Test
  void membersKeepTheirOrderAndNumbersTheirUsualSpelling() {
    JsonObject object =
        JsonObject.builder().put("z", 5).put("a", 0.25).put("big", 3e12).put("t", "x").build();

    assertThat(JsonCodec.write(object))
        .isEqualTo("{\"z\":5,\"a\":0.25,\"big\":3000000000000,\"t\":\"x\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "1 2",
        "nul",
        "{'a':1}",
        "\"\u0001\"",
        "NaN"
      })
  void textThatIsNotOneJsonValueIsRefused(String text) {
    assertThatThrownBy(() -> JsonCodec.read(text)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void nestingIsReadToItsLimitAndRefusedOnePast() {
    assertThat(JsonCodec.read(nested(JsonCodec.DEPTH_MAX))).isInstanceOf(JsonArray.class);
    assertThatThrownBy(() -> JsonCodec.read(nested(JsonCodec.DEPTH_MAX + 1)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void numbersAreReadToTheirLimitAndRefusedOnePast() {
    assertThat(JsonCodec.read("1".repeat(JsonCodec.NUMBER_LENGTH_MAX))).isNotNull();
    assertThatThrownBy(() -> JsonCodec.read("1".repeat(JsonCodec.NUMBER_LENGTH_MAX + 1)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] bytes = "\"x\"".getBytes(StandardCharsets.UTF_8);
    bytes[1] = (byte) 0xff;

    assertThatThrownBy(() -> JsonCodec.read(bytes)).isInstanceOf(MalformedJson.class);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
