package dev.athena.app.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.app.config.Setting;
import dev.athena.app.config.Settings;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.Ceiling;
import dev.athena.execution.PresetSource;
import dev.athena.execution.Presets;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the tables of docs/code.md with what holds. */
class DocumentedLimitsTest {
  private static final String PAGE = "docs/code.md";
  private static final Pattern RANGE = Pattern.compile("(?<least>[0-9.]+) to (?<most>[0-9.]+)");

  private static final JsonObject DEFAULT = SandboxConfig.of(JsonObject.EMPTY).toJson();
  private static final JsonObject LARGEST = Ceiling.DEFAULT.most().toJson();

  @Test
  void thePresetsAreAsTheTableSays() {
    Presets presets = new Presets(PresetSource.none());
    List<List<String>> table = table("| option | conservative |");

    for (List<String> row : table) {
      for (int i = 1; i < row.size(); i++) {
        String preset = List.of("conservative", "balanced", "permissive").get(i - 1);
        JsonObject config = presets.get(preset).config().toJson();
        assertThat(row.get(i)).as(preset + " " + row.getFirst()).isEqualTo(shown(config, row));
      }
    }
    assertThat(options(table)).containsAll(limits()).contains("backend", "memory", "refuse");
  }

  @Test
  void everyLimitHasItsDefaultAndIsTakenToBothEndsOfItsRangeAndNotPastThem() {
    List<List<String>> table = table("| option | default |");

    for (List<String> row : table) {
      Matcher range = RANGE.matcher(row.get(2));
      assertThat(range.matches()).as(row.getFirst()).isTrue();
      BigDecimal least = new BigDecimal(range.group("least"));
      BigDecimal most = new BigDecimal(range.group("most"));
      assertThat(row.get(1)).as(row.getFirst()).isEqualTo(shown(DEFAULT, row));
      assertThat(range.group("most")).as(row.getFirst()).isEqualTo(shown(LARGEST, row));
      BigDecimal step = least.scale() > 0 ? new BigDecimal("0.1") : BigDecimal.ONE;
      assertThat(with(row.getFirst(), least)).isNotNull();
      assertThat(with(row.getFirst(), most)).isNotNull();
      refused(row.getFirst(), least.subtract(step));
      refused(row.getFirst(), most.add(step));
    }
    assertThat(options(table)).containsAll(limits());
  }

  @Test
  void everySettingOfCodeIsInTheTableWithItsDefault() {
    List<List<String>> table = table("| setting | default |");

    assertThat(table)
        .extracting(row -> row.getFirst() + " " + row.get(1))
        .containsExactlyInAnyOrderElementsOf(
            Settings.all().stream()
                .filter(one -> one.name().matches("(sandbox|executions)\\..*"))
                .map(DocumentedLimitsTest::shown)
                .toList());
  }

  private static String shown(Setting setting) {
    return setting.name() + " " + setting.unset();
  }

  private static void refused(String option, BigDecimal value) {
    assertThatThrownBy(() -> with(option, value))
        .as(option + " " + value)
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining(option);
  }

  private static SandboxConfig with(String option, BigDecimal value) {
    List<String> names = List.of(option.split("\\.", -1));
    JsonObject inner = JsonObject.builder().put(names.getLast(), new Json.Num(value)).build();
    return SandboxConfig.of(JsonObject.builder().put(names.getFirst(), inner).build());
  }

  private static List<String> limits() {
    return DEFAULT.object("limits").orElseThrow().members().keySet().stream()
        .map(name -> "limits." + name)
        .toList();
  }

  private static Set<String> options(List<List<String>> table) {
    return table.stream().map(List::getFirst).collect(Collectors.toSet());
  }

  /** Returns the value of an option as the tables write it. */
  private static String shown(JsonObject config, List<String> row) {
    Json value = config;
    for (String name : row.getFirst().split("\\.", -1)) {
      value = ((JsonObject) value).find(name).orElseThrow();
    }
    return switch (value) {
      case Json.Num(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
      case Json.Text(String text) -> text;
      case JsonArray(List<Json> values) ->
          values.isEmpty()
              ? "none"
              : values.stream()
                  .map(one -> one instanceof Json.Text(String text) ? text : "?")
                  .collect(Collectors.joining(", "));
      default -> JsonCodec.write(value);
    };
  }

  /** Returns the cells below the row that begins with {@code head}, without their backticks. */
  private static List<List<String>> table(String head) {
    List<String> lines = DocumentedPages.text(PAGE).lines().toList();
    Stream<String> below = lines.stream().dropWhile(line -> !line.startsWith(head)).skip(2);
    List<List<String>> rows =
        below
            .takeWhile(line -> line.startsWith("|"))
            .map(line ->
                Arrays.stream(line.split("\\|", -1))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList())
            .map(cells -> cells.subList(1, cells.size() - 1))
            .toList();
    assertThat(rows).as(head).isNotEmpty();
    return rows;
  }
}
