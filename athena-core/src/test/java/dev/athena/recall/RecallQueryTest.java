package dev.athena.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.index.SearchFilter;
import dev.athena.principal.Namespace;
import org.junit.jupiter.api.Test;

final class RecallQueryTest {
  @Test
  void theLongestQuestionIsTakenAndOneCharacterMoreIsRefused() {
    assertThat(query("x".repeat(RecallQuery.TEXT_LENGTH_MAX), 1).text()).hasSize(4_000);
    assertThatThrownBy(() -> query("x".repeat(RecallQuery.TEXT_LENGTH_MAX + 1), 1))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("query has 4,001 characters, the limit is 4,000");
  }

  @Test
  void aBlankQuestionIsRefused() {
    assertThatThrownBy(() -> query(" \n", 1))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("blank");
  }

  @Test
  void theLimitLiesBetweenOneAndItsMost() {
    assertThat(query("x", 1).limit()).isEqualTo(1);
    assertThat(query("x", RecallQuery.LIMIT_MAX).limit()).isEqualTo(100);
    assertThatThrownBy(() -> query("x", 0)).hasMessage("limit is 0");
    assertThatThrownBy(() -> query("x", -1)).hasMessage("limit is -1");
    assertThatThrownBy(() -> query("x", 101)).hasMessage("limit is 101");
  }

  private static RecallQuery query(String text, int limit) {
    return new RecallQuery(Namespace.ofProject("p"), text, SearchFilter.ALL, limit);
  }
}
