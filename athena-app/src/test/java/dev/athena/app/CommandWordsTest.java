package dev.athena.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandWordsTest {
  private static final List<String> NAMES = List.of("recall", "recall semantic");

  @Test
  void twoWordsAreOneWhereThatIsACommand() {
    assertThat(words("recall", "semantic", "JDK").words())
        .containsExactly("recall semantic", "JDK");
    assertThat(words("recall", "what", "semantic", "means").words())
        .containsExactly("recall", "what", "semantic", "means");
  }

  @Test
  void optionsForAllCommandsMayStandBeforeTheCommand() {
    assertThat(words("--project", "recall", "--home=/x", "recall", "semantic").command())
        .isEqualTo("recall semantic");
  }

  @Test
  void withoutACommandThereIsNoName() {
    assertThat(words().command()).isEmpty();
    assertThat(words("--help").command()).isEmpty();
    assertThat(words("--project").command()).isEmpty();
  }

  private static CommandWords words(String... arguments) {
    return CommandWords.of(arguments, NAMES);
  }
}
