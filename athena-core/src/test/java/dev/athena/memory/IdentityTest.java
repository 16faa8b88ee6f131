package dev.athena.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IdentityTest {
  @Test
  void anIdentityIsOneSha256() {
    assertThat(of("x").sha256()).matches("[0-9a-f]{64}");
    assertThat(of("x")).isEqualTo(of("x"));
  }

  @Test
  void runsOfWhiteSpaceCountAsOneBlankAndNoneAtTheEnds() {
    assertThat(of("\u2003 the sky\t\u00a0\n is   blue\r\n")).isEqualTo(of("the sky is blue"));
    assertThat(of("the sky isblue")).isNotEqualTo(of("the sky is blue"));
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertThat(of("Zu\u0308rich")).isEqualTo(of("Z\u00fcrich"));
  }

  @Test
  void caseAndPunctuationCount() {
    assertThat(of("The sky")).isNotEqualTo(of("the sky"));
    assertThat(of("the sky.")).isNotEqualTo(of("the sky"));
  }

  @Test
  void kindsAndFieldsTellApart() {
    assertThat(Identity.of(MemoryKind.SEMANTIC, "x"))
        .isNotEqualTo(Identity.of(MemoryKind.PROCEDURAL, "x"));
    assertThat(of("x", "a")).isNotEqualTo(of("x", "b"));
    assertThat(of("x", "a", "b")).isNotEqualTo(of("x", "b", "a"));
  }

  @Test
  void noTwoListsOfFieldsRunTogether() {
    assertThat(of("x", "ab", "c")).isNotEqualTo(of("x", "a", "bc"));
    assertThat(of("x", "", "a")).isNotEqualTo(of("x", "a", ""));
    assertThat(of("x", (String) null)).isNotEqualTo(of("x", ""));
    assertThat(of("x", (String) null)).isNotEqualTo(of("x"));
  }

  @Test
  void anIdSaysItsKind() {
    assertThat(new MemoryId("evt_1").kind()).isEqualTo(MemoryKind.EPISODIC);
    assertThat(new MemoryId("mem_1").kind()).isEqualTo(MemoryKind.SEMANTIC);
    assertThat(new MemoryId("prc_1").kind()).isEqualTo(MemoryKind.PROCEDURAL);
  }

  @Test
  void whatIsNoIdIsRefusedAndCutInTheMessage() {
    String longest = "mem_" + "a".repeat(MemoryId.LENGTH_MAX - 4);
    assertThat(new MemoryId(longest).value()).hasSize(MemoryId.LENGTH_MAX);
    for (String wrong :
        new String[] {"", "mem", "mem_", "MEM_1", "xyz_1", " mem_1", longest + "a"}) {
      assertThatThrownBy(() -> new MemoryId(wrong))
          .as(wrong)
          .isInstanceOf(InvalidArgument.class)
          .hasMessageContaining("is not an id")
          .message()
          .hasSizeLessThan(100);
    }
  }

  private static Identity of(String content, @Nullable String... fields) {
    return Identity.of(MemoryKind.SEMANTIC, content, fields);
  }
}
