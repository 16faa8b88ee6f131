package dev.athena.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.detection.SensitiveType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was sent is found in what comes back. */
class CrossedTest {
  private static final String VALUE = "p\"w/1 <ü>&+%";
  private static final Pseudonym PSEUDONYM = Pseudonym.of(SensitiveType.PASSWORD, 1, 77);
  private final Crossed crossed =
      new Crossed(Map.of(PSEUDONYM, new Sensitive(SensitiveType.PASSWORD, VALUE)));

  @Test
  void itIsFoundInEveryCommonSpelling() {
    for (Spelling spelling : Spelling.values()) {
      assertThat(crossed.without("a " + spelling.write(VALUE) + " b"))
          .as("%s", spelling)
          .isEqualTo("a " + PSEUDONYM + " b");
    }
    String hex = HexFormat.of().formatHex(VALUE.getBytes(StandardCharsets.UTF_8));
    assertThat(crossed.without(hex.toUpperCase(Locale.ROOT))).isEqualTo(PSEUDONYM.toString());
    assertThat(crossed.without("P\"W/1 <Ü>&+%")).isEqualTo(PSEUDONYM.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user:", "longer user:"})
  void itIsFoundInBase64WhateverStandsBefore(String before) {
    byte[] bytes = (before + VALUE + "!").getBytes(StandardCharsets.UTF_8);
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      String coded = encoder.encodeToString(bytes);

      assertThat(crossed.without(coded)).isNotEqualTo(coded).contains(PSEUDONYM.toString());
    }
  }

  @Test
  void itIsFoundInBytes() {
    assertThat(crossed.standsIn(("\u0000" + VALUE).getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(crossed.standsIn(VALUE.getBytes(StandardCharsets.UTF_16LE))).isTrue();
    assertThat(crossed.standsIn(VALUE.getBytes(StandardCharsets.UTF_16BE))).isTrue();
    assertThat(crossed.standsIn("p\"w/1 <ü>&+".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void allElseStays() {
    assertThat(crossed.without("p\"w/1 <ü>&+ İ ß")).isEqualTo("p\"w/1 <ü>&+ İ ß");
    assertThat(crossed.isNothing()).isFalse();
    assertThat(Crossed.NOTHING.without(VALUE)).isEqualTo(VALUE);
  }
}
