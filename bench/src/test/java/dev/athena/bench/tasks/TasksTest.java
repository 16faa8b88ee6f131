package dev.athena.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.execution.Language;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void tenTasksHaveTheirProgramsAndSayWhatIsAsked() throws IOException {
    for (Task task : TokensCommand.TASKS) {
      assertThat(Programs.read(task.byCode().program())).contains("memory");
      assertThat(task.byCode().calls()).isNotEmpty();
      assertThat(task.request()).endsWith(task.request().contains("?") ? "?" : ".");
    }
    assertThat(TokensCommand.TASKS).extracting(Task::title).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void threeTasksAreDoneInJavaScript() {
    assertThat(TokensCommand.TASKS)
        .filteredOn(task -> task.byCode().language() == Language.JAVASCRIPT)
        .hasSize(3)
        .allMatch(task -> task.byCode().program().endsWith(".mjs"));
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    assertThatThrownBy(() -> Programs.read("none.py"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.py");
  }

  @Test
  void anAnswerIsTakenToTheLimitOfClientsAndRefusedOnePast() throws IOException {
    Request request = Request.of("recall", "query", "all", "limit", 1_000);

    Agent.checkLength(request, Agent.ANSWER_TOKENS_MAX);

    assertThatThrownBy(() -> Agent.checkLength(request, Agent.ANSWER_TOKENS_MAX + 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("25,001");
  }

  @Test
  void aCallIsWrittenAsItsNameAndArguments() {
    assertThat(Request.of("forget", "id", "mem_1", "limit", 2).written())
        .isEqualTo("{\"name\":\"forget\",\"arguments\":{\"id\":\"mem_1\",\"limit\":2}}");
  }
}
