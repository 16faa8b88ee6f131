package dev.athena.server.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.error.InvalidArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {
  @ParameterizedTest
  @EnumSource(Profile.class)
  void aProfileIsFoundByTheNameUsedOutside(Profile profile) {
    assertThat(Profile.of(profile.wireName())).isEqualTo(profile);
  }

  @Test
  void anUnknownProfileIsRefusedWithThoseThereAre() {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> Profile.of("standart"))
        .satisfies(e -> assertThat(e.hint()).contains("did you mean \"standard\"?"));
  }

  @Test
  void noToolIsListedTwice() {
    assertThat(ToolTable.LINES).extracting(ToolTable.Line::tool).doesNotHaveDuplicates();
  }
}
