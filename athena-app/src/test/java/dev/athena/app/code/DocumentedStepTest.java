package dev.athena.app.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.json.JsonCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tests of the pages would find. */
class DocumentedStepTest {
  private static final String PROGRAM =
      """
      ```python session=a
      print(1)
      ```
      """;

  @Test
  void whatStandsRightBehindAProgramIsExpectedOfIt() {
    DocumentedStep step =
        step(PROGRAM + "\n```text\n1\n```\n\n```json\n{\"a\": [1, \"x\"]}\n```\n");

    assertThat(step.block().word("session")).hasValue("a");
    assertThat(found(step, answer("ok", "{\"a\": [1.0, \"x\"]}", "1\\n"))).isEmpty();
    assertThat(found(step, answer("ok", "{\"a\": [1, \"y\"]}", "1\\n"))).hasSize(1);
    assertThat(found(step, answer("ok", "{\"a\": [1]}", "1\\n"))).hasSize(1);
    assertThat(found(step, answer("ok", "{\"a\": [1, \"x\"], \"b\": 1}", "1\\n"))).hasSize(1);
    assertThat(found(step, answer("ok", "{}", "2\\n"))).hasSize(2);
    assertThat(found(step, answer("error", "{\"a\": [1, \"x\"]}", "1\\n"))).hasSize(1);
  }

  @Test
  void whatStandsBehindWordsIsExpectedOfNothing() {
    DocumentedStep step = step(PROGRAM + "\nIt prints:\n\n```text\n1\n```\n");

    assertThat(step.expected()).isEmpty();
  }

  @Test
  void anErrorMustHaveTheMembersThatAreShown() {
    DocumentedStep step =
        step(
            "```python status=error\n1/0\n```\n```json\n{\"type\": \"Zero…\", \"line\": 1}\n```\n");
    String error = "{\"status\": \"error\", \"error\": {\"type\": \"%s\", \"line\": %d, \"x\": 1}}";

    assertThat(found(step, error.formatted("ZeroDivisionError", 1))).isEmpty();
    assertThat(found(step, error.formatted("ZeroDivisionError", 2))).hasSize(1);
    assertThat(found(step, error.formatted("KeyError", 1))).hasSize(1);
    assertThat(found(step, "{\"status\": \"error\"}")).hasSize(1);
  }

  @Test
  void ofAWholeAnswerOnlyMeasuresMayDiffer() {
    DocumentedStep step =
        step("```python\n1\n```\n```json answer\n{\"status\": \"ok\", \"duration_ms\": 3}\n```\n");

    assertThat(found(step, "{\"status\": \"ok\", \"duration_ms\": 4.5}")).isEmpty();
    assertThat(found(step, "{\"status\": \"ok\", \"duration_ms\": \"4\"}")).hasSize(1);
    assertThat(found(step, "{\"status\": \"ok\"}")).hasSize(1);
  }

  @Test
  void ofAnAnswerAPartCanBeShown() {
    String call = "```json call=x\n{}\n```\n```json%s\n{\"a\": {\"b\": 1}}\n```\n";

    assertThat(
            step(call.formatted("")).differencesOf(JsonCodec.read("{\"a\": {\"b\": 1, \"c\": 2}}")))
        .hasSize(1);
    assertThat(
            step(call.formatted(" part"))
                .differencesOf(JsonCodec.read("{\"a\": {\"b\": 1, \"c\": 2}}")))
        .isEmpty();
    assertThat(step(call.formatted(" part")).differencesOf(JsonCodec.read("{\"a\": {\"b\": 2}}")))
        .hasSize(1);
  }

  @Test
  void aBlockThatDoesNotEndIsAnError() {
    assertThatThrownBy(() -> DocumentedBlock.of("page", "x\n```python\n1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("page:2");
  }

  private static DocumentedStep step(String markdown) {
    List<DocumentedStep> steps = DocumentedStep.of(DocumentedBlock.of("page", markdown));
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }

  private static List<String> found(DocumentedStep step, String answer) {
    return step.differences(JsonCodec.readObject(answer));
  }

  private static String answer(String status, String result, String stdout) {
    return "{\"status\": \"%s\", \"result\": %s, \"stdout\": \"%s\"}"
        .formatted(status, result, stdout);
  }
}
