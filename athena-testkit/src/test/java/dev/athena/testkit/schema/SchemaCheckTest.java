package dev.athena.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["id"], "additionalProperties": false, "properties": {
        "id": {"type": "string", "pattern": "^mem_", "description": "its id"},
        "count": {"type": "integer"},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "at": {"type": "string", "format": "date-time"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "range": {"anyOf": [{"type": "string"}, {"type": "number"}]}}}
      """;

  @Test
  void whatFitsHasNoProblems() {
    assertThat(
            problems(
                """
                {"id": "mem_1", "count": 2.0, "kind": "b", "at": "2026-01-31T09:30:00Z",
                 "tags": ["x"], "range": 1.5}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|$: is a array, not a object",
        "{}|$: has no id",
        "{\"id\": \"evt_1\"}|$.id: pattern",
        "{\"id\": \"mem_1\", \"count\": 1.5}|$.count: is a number, not a integer",
        "{\"id\": \"mem_1\", \"kind\": \"c\"}|$.kind: value",
        "{\"id\": \"mem_1\", \"at\": \"today\"}|$.at: format",
        "{\"id\": \"mem_1\", \"tags\": [\"x\", 1]}|$.tags[1]: is a number, not a string",
        "{\"id\": \"mem_1\", \"range\": true}|$.range: fits none of anyOf",
        "{\"id\": \"mem_1\", \"more\": 1}|$: has the unknown member more"
      })
  void whatDoesNotFitIsNamed(String value, String problem) {
    assertThat(problems(value)).containsExactly(problem);
  }

  @Test
  void anUnknownKeywordIsNotPassedOver() {
    assertThat(SchemaCheck.problems(JsonCodec.readObject("{\"oneOf\": []}"), JsonCodec.read("1")))
        .containsExactly("$: unknown keyword oneOf");
  }

  private static List<String> problems(String value) {
    return SchemaCheck.problems(JsonCodec.readObject(SCHEMA), JsonCodec.read(value));
  }
}
